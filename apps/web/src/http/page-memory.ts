import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { PageReads, ReadWatch } from './page-reads'
import { recordResponse } from './record-response'

export type PageCounts = {
  /** Sent as they were made for somebody before. */
  readonly remembered: number
  /** Sent as they were being made for somebody else. */
  readonly shared: number
  readonly made: number
}
export type PageMemory = {
  /** Answers a page, by `make` where memory does not know it or it would be another now. */
  answer(req: IncomingMessage, res: ServerResponse, make: () => Promise<void>): Promise<void>
  counts(): PageCounts
}

export type PageMemoryDeps = {
  readonly watch: ReadWatch
  /** A request whose page depends on who asks in a way that no part tells. */
  readonly isPersonal: (req: IncomingMessage) => boolean
  readonly nowMs?: () => number
  readonly maxBytes?: number
}

type Page = {
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
  readonly endsAtMs: number
  readonly stillSo: readonly (() => boolean)[]
}

const MAX_BYTES = 64 * 1024 * 1024
const PAGE_MAX_BYTES = 1024 * 1024
/** For what no read tells of: a dress is new in for a month, a model is trained anew. */
const AGE_MAX_MS = 15_000
/** For what is chosen for whom nobody knows: it explores, and follows what buyers of the house decide. */
const NAMELESS_AGE_MAX_MS = 2_000
/** So long is a page waited for that is being made for somebody else. */
const PATIENCE_MS = 2_000
/** A page that turned out personal is made for everybody, without waiting for each other, for so long. */
const PERSONAL_MS = 60_000

/** What besides the address decides what Next sends: which part of a page is asked for, from where, and under which name. */
const ASKED_BY = [
  'host',
  'x-forwarded-host',
  'x-forwarded-proto',
  'accept-encoding',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
] as const
/** Of each answer anew. */
const OWN_HEADERS = new Set(['x-correlation-id', 'date', 'connection', 'keep-alive', 'transfer-encoding'])

/**
 * Remembers pages that are the same for everybody, as they went over the wire, for as long as everything they were made
 * from would be read the same now: a piece whose stock moved, a changed text, a moved index end them at once. Which pages
 * are personal is not listed anywhere: a page that looked at who asks is not remembered, but for those who come without
 * any cookie, and are all the same nobody. Of many who want the same page at the same moment one has it made.
 */
export const createPageMemory = ({
  watch,
  isPersonal,
  nowMs = Date.now,
  maxBytes = MAX_BYTES,
}: PageMemoryDeps): PageMemory => {
  const pages = new LRUCache<string, Page>({
    maxSize: maxBytes,
    sizeCalculation: ({ body }) => body.byteLength + 1_024,
  })
  const making = new Map<string, Promise<Page | undefined>>()
  const personal = new LRUCache<string, true>({ max: 2_000, ttl: PERSONAL_MS })
  const counted = { remembered: 0, shared: 0, made: 0 }

  const remembered = (key: string): Page | undefined => {
    const page = pages.get(key)
    if (page === undefined) return undefined
    if (nowMs() < page.endsAtMs && isStillSo(page)) return page
    pages.delete(key)
    return undefined
  }
  const makeAndKeep = async (asked: Asked, res: ServerResponse, make: () => Promise<void>) => {
    const reads: PageReads = { isPersonal: false, stillSo: [] }
    const madeAtMs = nowMs()
    const recording = recordResponse(res, PAGE_MAX_BYTES)
    await watch.during(reads, make)
    const recorded = await recording
    const { isPersonal: isOwn, stillSo } = reads
    if (isOwn) personal.set(asked.key, true)
    if (recorded?.status !== 200 || recorded.headers['set-cookie'] !== undefined) return undefined
    if (isOwn && !asked.isNameless) return undefined
    const endsAtMs = madeAtMs + (isOwn ? NAMELESS_AGE_MAX_MS : AGE_MAX_MS)
    const page = { headers: recorded.headers, body: recorded.body, endsAtMs, stillSo }
    pages.set(isOwn ? nameless(asked.key) : asked.key, page)
    return page
  }

  const makeAnew = (make: () => Promise<void>): Promise<void> => {
    counted.made += 1
    return make()
  }

  return {
    answer: async (req, res, make) => {
      const asked = askedBy(req)
      const { key, isNameless } = asked
      if (req.method !== 'GET' || isPersonal(req) || (!isNameless && personal.has(key))) return makeAnew(make)
      const known = remembered(key) ?? (isNameless ? remembered(nameless(key)) : undefined)
      if (known) {
        counted.remembered += 1
        return send(res, known)
      }
      const turn = isNameless ? nameless(key) : key
      const running = making.get(turn)
      if (running) {
        // Whoever fails or is cut off has told it already, and a slow reader holds up nobody: the others make their own.
        const page = await Promise.race([running.catch(() => undefined), pause(PATIENCE_MS, undefined, { ref: false })])
        if (page && isStillSo(page)) {
          counted.shared += 1
          return send(res, page)
        }
        return makeAnew(make)
      }
      const made = makeAndKeep(asked, res, () => makeAnew(make))
      making.set(turn, made)
      try {
        await made
      } finally {
        making.delete(turn)
      }
    },
    counts: () => ({ ...counted }),
  }
}

type Asked = { readonly key: string; readonly isNameless: boolean }

const askedBy = ({ url, headers }: IncomingMessage): Asked => ({
  key: [url, ...ASKED_BY.map((name) => headers[name] ?? '')].join('\n'),
  isNameless: headers.cookie === undefined,
})
const nameless = (key: string): string => `nobody ${key}`
const isStillSo = ({ stillSo }: Page): boolean => stillSo.every((holds) => holds())

const send = (res: ServerResponse, { headers, body }: Page): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !OWN_HEADERS.has(name)) res.setHeader(name, value)
  }
  res.setHeader('content-length', body.byteLength)
  res.writeHead(200).end(body)
}
