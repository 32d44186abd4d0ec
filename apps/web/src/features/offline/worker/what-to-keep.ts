const PRODUCT = /^\/p\/[^/]+$/
const PUBLIC_PAGES = new Set(['/', '/shop', '/search'])
const SESSION = /^\/api\/auth\/sign-(in|up|out)\b/
/** Several procedures may be asked for at one address. */
const MEMORY = /^\/api\/trpc\/(?:[\w.]+,)*shop\.privacy\.(decide|erase)\b/

/**
 * Pages of the shop itself, which anybody may open. They may carry a feed, an order of a listing or a size of the person
 * they were drawn for, so they are kept for that person alone: `changesPerson` lets go of all of them. All others (bag,
 * checkout, orders, account, sign-in, back office) are never kept.
 */
export const isKeptPage = (url: URL): boolean =>
  !url.searchParams.has('_rsc') && (PUBLIC_PAGES.has(url.pathname) || PRODUCT.test(url.pathname))

/** Files of the shop whose name changes with their content. */
export const isStaticFile = (url: URL): boolean => url.pathname.startsWith('/_next/static/')

export const isPicture = (url: URL): boolean => url.pathname.startsWith('/img/')

/** After each of these another person may be at the device, or the same one whom the shop is to know no more. */
export const changesPerson = ({ pathname }: URL): boolean => SESSION.test(pathname) || MEMORY.test(pathname)

/** The address of a picture without its width and format: another size of it is better than none. */
export const pictureStem = (url: URL): string => url.pathname.replace(/\.w\d+\.\w+$/, '.')
