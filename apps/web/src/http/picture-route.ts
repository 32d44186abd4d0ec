import { createReadStream } from 'node:fs'
import { type PictureStore, parsePictureKey } from '@selvedge/infra'
import type { Route } from './route'

const PATH = /^\/img\/([a-z0-9._~-]{1,200})\.w(\d{2,4})\.(webp|avif)$/i

export type PictureRouteDeps = {
  readonly store: PictureStore
  /** Whether the catalogue has a picture of this key: nobody else's drawings are made, or the disk would be theirs. */
  readonly isKnown: (key: string) => Promise<boolean>
}

/**
 * Product pictures by key: from disk, or a flat drawing for a moment while a worker thread makes the real one.
 * Nothing is rendered on this thread.
 */
export const pictureRoute = ({ store, isKnown }: PictureRouteDeps): Route => ({
  handles: (path) => path.startsWith('/img/'),
  handle: async (req, res) => {
    const match = PATH.exec(new URL(req.url ?? '/', 'http://local').pathname)
    const spec = match?.[1] === undefined ? null : parsePictureKey(match[1])
    if (!match?.[1] || !spec || !(await isKnown(match[1]))) {
      res.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'public, max-age=60' }).end('No such picture')
      return
    }
    const format = match[3]?.toLowerCase() === 'avif' ? 'avif' : 'webp'
    const picture = await store.get(spec, Number(match[2]), format)
    if (picture.kind === 'pending') {
      res.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' }).end(picture.flatSvg)
      return
    }
    const etag = `"${picture.etag}"`
    const headers = {
      etag,
      'cache-control':
        picture.kind === 'ready' ? 'public, max-age=2592000, stale-while-revalidate=2592000' : 'public, max-age=60',
      'content-type': `image/${format}`,
    }
    if (req.headers['if-none-match'] === etag) {
      res.writeHead(304, headers).end()
      return
    }
    res.writeHead(200, headers)
    createReadStream(picture.path)
      .on('error', () => res.destroy())
      .pipe(res)
  },
})
