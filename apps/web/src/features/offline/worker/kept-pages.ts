import { ExpirationPlugin, NetworkFirst, type SerwistPlugin } from 'serwist'
import { PAGE_CACHE } from '../page-cache'
import { noteCopy } from './copies-shown'

const PAGES_MAX = 40
const WEEK_S = 7 * 24 * 60 * 60
/** A shopper on a poor line reads a copy rather than wait longer. */
const PATIENCE_S = 3
/** A copy younger than this is not asked for again. */
const FRESH_MS = 5 * 60_000

// Counts changes of person: a page asked for before one must not be kept after it.
let persons = 0

const isWholePage = (response: Response): boolean =>
  response.status === 200 &&
  response.type === 'basic' &&
  !response.redirected &&
  (response.headers.get('content-type') ?? '').startsWith('text/html')

const samePerson: SerwistPlugin = {
  // Not when it is fetched: a document the browser has asked for ahead of the worker is not fetched by it.
  handlerWillStart: async ({ state }) => {
    if (state) state.person = persons
  },
  cacheWillUpdate: async ({ response, state }) =>
    isWholePage(response) && state?.person === persons ? response : null,
  cachedResponseWillBeUsed: async ({ cachedResponse, event }) => {
    if (cachedResponse) noteCopy(event, keptAt(cachedResponse))
    return cachedResponse
  },
}

/** When the shop wrote a copy, by its own clock; now when it did not say. */
const keptAt = (copy: Response): number => {
  const written = Date.parse(copy.headers.get('date') ?? '')
  return Number.isNaN(written) ? Date.now() : written
}

/** Pages as they were last seen: the shop's answer while there is one, else the copy. */
export const keptPages = new NetworkFirst({
  cacheName: PAGE_CACHE,
  networkTimeoutSeconds: PATIENCE_S,
  // Documents vary by headers that only Next's own requests carry.
  matchOptions: { ignoreVary: true },
  plugins: [
    samePerson,
    new ExpirationPlugin({ maxEntries: PAGES_MAX, maxAgeSeconds: WEEK_S, purgeOnQuotaError: true }),
  ],
})

/** Whether a copy of the page is there that need not be made again yet. */
export const hasFreshCopy = async (page: URL): Promise<boolean> => {
  const copy = await (await caches.open(PAGE_CACHE)).match(page, { ignoreVary: true })
  return copy !== undefined && Date.now() - keptAt(copy) < FRESH_MS
}

/** Forgets every page, those on their way included: whom they were drawn for is not whom the shop knows now. */
export const forgetPages = async (): Promise<void> => {
  persons += 1
  await caches.delete(PAGE_CACHE)
}
