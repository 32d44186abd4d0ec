/** Where to go after signing in: a path of this shop, never another site. */
export const safePath = (text: string | string[] | undefined): string => {
  if (typeof text !== 'string' || !text.startsWith('/')) return '/account'
  // `//host` and `/\host` would leave the site.
  const url = new URL(text, 'http://shop.invalid')
  return url.host === 'shop.invalid' && !text.startsWith('//') && !text.includes('\\')
    ? `${url.pathname}${url.search}`
    : '/account'
}
