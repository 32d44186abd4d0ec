/** Says that this browser's shopper wants listings in their own order. Chosen in the sort menu, forgotten there too. */
export const OWN_ORDER_COOKIE = 'selvedge_own_order'

const YEAR_S = 365 * 86_400

/** Remembers the choice for a year, or forgets it. */
export const rememberOwnOrder = (isOwn: boolean): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser the shop serves
  document.cookie = `${OWN_ORDER_COOKIE}=${isOwn ? '1' : ''}; path=/; max-age=${isOwn ? YEAR_S : 0}; samesite=lax`
}
