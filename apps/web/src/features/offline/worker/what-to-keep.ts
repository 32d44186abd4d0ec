const PRODUCT = /^\/p\/[^/]+$/
const PUBLIC_PAGES = new Set(['/', '/shop', '/search'])

/**
 * Pages that are the same for everybody. All others (bag, checkout, orders, account, sign-in, back office) are never
 * kept: they belong to a person, and the next one at this device is somebody else.
 */
export const isKeptPage = (url: URL): boolean =>
  !url.searchParams.has('_rsc') && (PUBLIC_PAGES.has(url.pathname) || PRODUCT.test(url.pathname))

/** Files of the shop whose name changes with their content. */
export const isStaticFile = (url: URL): boolean => url.pathname.startsWith('/_next/static/')

export const isPicture = (url: URL): boolean => url.pathname.startsWith('/img/')

/** After each of these another person may be at the device. */
export const changesPerson = (url: URL): boolean => /^\/api\/auth\/sign-(in|up|out)\b/.test(url.pathname)

/** The address of a picture without its width and format: another size of it is better than none. */
export const pictureStem = (url: URL): string => url.pathname.replace(/\.w\d+\.\w+$/, '.')
