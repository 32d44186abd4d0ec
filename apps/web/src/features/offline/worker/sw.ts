/// <reference lib="webworker" />
import { NetworkOnly, type PrecacheEntry, type RouteMatchCallback, Serwist } from 'serwist'
import type { CopyAnswer, PageMessage } from '../messages'
import { copyShownIn } from './copies-shown'
import { keepFilesOf, keepPage } from './keep-page'
import { pictures, staticFiles } from './kept-files'
import { forgetPages, keptPages } from './kept-pages'
import { changesPerson, isKeptPage, isPicture, isStaticFile } from './what-to-keep'

declare const self: ServiceWorkerGlobalScope & { __SW_MANIFEST: PrecacheEntry[] }

const OFFLINE_PAGE = '/offline'

const own =
  (matches: (url: URL) => boolean): RouteMatchCallback =>
  ({ url, sameOrigin }) =>
    sameOrigin && matches(url)
const isOpened: RouteMatchCallback = ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate'

const serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: { cleanupOutdatedCaches: true },
  clientsClaim: true,
  // A new worker waits until the shopper says so: half a page of the old shop and half of the new one is no shop.
  skipWaiting: false,
  navigationPreload: true,
  // What no rule names, procedures and the live stream among it, goes its way as if there were no worker.
  runtimeCaching: [
    { matcher: (asked) => isOpened(asked) === true && isKeptPage(asked.url), handler: keptPages },
    { matcher: isOpened, handler: new NetworkOnly() },
    { matcher: own(isStaticFile), handler: staticFiles },
    { matcher: own(isPicture), handler: pictures },
    {
      matcher: own(changesPerson),
      method: 'POST',
      handler: async ({ request }) => {
        try {
          return await fetch(request)
        } finally {
          await forgetPages()
        }
      },
    },
  ],
  fallbacks: { entries: [{ url: OFFLINE_PAGE, matcher: ({ request }) => request.mode === 'navigate' }] },
})

self.addEventListener('install', (event) => event.waitUntil(keepFilesOf(event, OFFLINE_PAGE)))

self.addEventListener('message', (event) => {
  // Only pages of this shop can reach its worker, and they speak this type.
  const message = event.data as PageMessage
  if (message.type === 'KEEP_PAGE') event.waitUntil(keepPage(event, message.page, message.files))
  if (message.type === 'AM_I_A_COPY' && event.source instanceof Client) {
    const keptAt = copyShownIn(event.source.id)
    const answer: CopyAnswer = keptAt === undefined ? {} : { keptAt }
    event.ports[0]?.postMessage(answer)
  }
})

serwist.addEventListeners()
