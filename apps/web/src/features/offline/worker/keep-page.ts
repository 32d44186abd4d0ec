import type { Strategy } from 'serwist'
import { pictures, staticFiles } from './kept-files'
import { hasFreshCopy, keptPages } from './kept-pages'
import { isKeptPage, isPicture, isStaticFile } from './what-to-keep'

const STATIC_FILE = /\/_next\/static\/[\w./~@%-]+/g

const take = async (event: ExtendableEvent, strategy: Strategy, url: URL): Promise<void> => {
  await strategy.handle({ event, request: new Request(url) })
}

/** Keeps files a page was drawn with. A file that cannot be had is missed when it is wanted, not now. */
const keepFiles = async (event: ExtendableEvent, files: readonly URL[]): Promise<void> => {
  await Promise.allSettled([
    ...files.filter(isStaticFile).map((file) => take(event, staticFiles, file)),
    ...files.filter(isPicture).map((file) => take(event, pictures, file)),
  ])
}

/**
 * Keeps a page that was reached without a document: by a link inside the shop, or before the worker ran.
 * Addresses come from a page and are judged here again.
 */
export const keepPage = async (event: ExtendableEvent, page: string, files: readonly string[]): Promise<void> => {
  const wanted = new URL(page, location.origin)
  wanted.hash = ''
  const own = files.map((url) => new URL(url, location.origin)).filter((url) => url.origin === location.origin)
  await keepFiles(event, own)
  if (wanted.origin !== location.origin || !isKeptPage(wanted) || (await hasFreshCopy(wanted))) return
  // Without a connection there is nothing to keep, and the copy from before stays.
  await take(event, keptPages, wanted).catch(() => undefined)
}

/** The offline page is worth nothing without its styles: they come with it. */
export const keepFilesOf = async (event: ExtendableEvent, page: string): Promise<void> => {
  const html = await (await fetch(page)).text()
  const files = new Set(html.match(STATIC_FILE))
  await keepFiles(
    event,
    [...files].map((file) => new URL(file, location.origin)),
  )
}
