import { CacheFirst, ExpirationPlugin, type SerwistPlugin } from 'serwist'
import { pictureStem } from './what-to-keep'

const PICTURE_CACHE = 'selvedge-pictures'
const PICTURES_MAX = 300
/** As long as the shop itself lets a picture be kept. */
const MONTH_S = 30 * 24 * 60 * 60
const FILES_MAX = 250

/** Scripts, styles and fonts; their names change with their content, so the first copy is right for ever. */
export const staticFiles = new CacheFirst({
  cacheName: 'selvedge-static',
  plugins: [
    { cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null) },
    new ExpirationPlugin({ maxEntries: FILES_MAX, maxAgeFrom: 'last-used', purgeOnQuotaError: true }),
  ],
})

const picturesOnly: SerwistPlugin = {
  // A flat drawing stands in while a picture is being made; it is not the picture and says so in its headers.
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && !(response.headers.get('cache-control') ?? '').includes('no-store') ? response : null,
  handlerDidError: async ({ request }) => {
    const cache = await caches.open(PICTURE_CACHE)
    const stem = pictureStem(new URL(request.url))
    const other = (await cache.keys()).find(({ url }) => pictureStem(new URL(url)) === stem)
    return other && (await cache.match(other))
  },
}

/** Pictures by their key, which says what they show; without a connection any size of one will do. */
export const pictures = new CacheFirst({
  cacheName: PICTURE_CACHE,
  plugins: [
    picturesOnly,
    new ExpirationPlugin({ maxEntries: PICTURES_MAX, maxAgeSeconds: MONTH_S, purgeOnQuotaError: true }),
  ],
})
