/** Name of the cache of kept pages. */
export const PAGE_CACHE = 'selvedge-pages'

/**
 * Forgets every kept page, from the page's side. The worker does so itself when it sees somebody sign in or out or erase what was learnt;
 * after a forced reload it sees nothing of a page.
 */
export const forgetKeptPages = async (): Promise<void> => {
  if ('caches' in window) await caches.delete(PAGE_CACHE)
}
