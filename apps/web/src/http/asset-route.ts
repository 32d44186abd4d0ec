import sirv from 'sirv'
import type { Route } from './route'

const MOUNT = '/_next/static'
const A_YEAR_IN_SECONDS = 31_536_000

/**
 * The built scripts, styles and fonts, sent from the copies that the build has compressed. Their names change with their
 * content, so they are kept for good. `headers` stand on each of them, as they do on pages.
 */
export const assetRoute = (folder: string, headers: readonly { key: string; value: string }[]): Route => {
  const serve = sirv(folder, {
    immutable: true,
    maxAge: A_YEAR_IN_SECONDS,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (res) => {
      for (const { key, value } of headers) res.setHeader(key, value)
    },
  })
  return {
    handles: (path) => path.startsWith(`${MOUNT}/`),
    handle: (req, res) => {
      req.url = (req.url ?? '').slice(MOUNT.length)
      serve(req, res, () => {
        res.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('No such file')
      })
    },
  }
}
