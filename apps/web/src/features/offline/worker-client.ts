import type { CopyAnswer, PageMessage } from './messages'

const ANSWER_WITHIN_MS = 3_000

const tell = (worker: ServiceWorker, message: PageMessage, ports: Transferable[] = []): void =>
  worker.postMessage(message, ports)

/** Asks the worker whether this page was answered from a copy. Without a worker it was not. */
export const askWhetherCopy = async (): Promise<CopyAnswer> => {
  const worker = navigator.serviceWorker?.controller
  if (!worker) return {}
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const done = (answer: CopyAnswer) => {
      port1.close()
      resolve(answer)
    }
    const timer = setTimeout(() => done({}), ANSWER_WITHIN_MS)
    port1.onmessage = ({ data }: MessageEvent<CopyAnswer>) => {
      clearTimeout(timer)
      done(data)
    }
    tell(worker, { type: 'AM_I_A_COPY' }, [port2])
  })
}

/** Files this document was drawn with, as far as the browser remembers. */
const filesInUse = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(_next\/static|img)\//.test(pathname))
    .map(({ pathname, search }) => pathname + search)

/** Has the page that is open now kept for reading without a connection, as soon as there is a worker to keep it. */
export const keepThisPage = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const page = location.href
  const { active } = await navigator.serviceWorker.ready
  // On a slow line the shopper may be elsewhere by then; that page has its own turn.
  if (active && page === location.href)
    tell(active, { type: 'KEEP_PAGE', page: location.pathname + location.search, files: filesInUse() })
}

/** Lets the waiting worker take over. */
export const letTakeOver = (waiting: ServiceWorker): void => tell(waiting, { type: 'SKIP_WAITING' })
