/** What the visit began with: a campaign, or the page of a collection. In this tab's memory alone, and gone with it. */
let began: { readonly landing: string | undefined } | undefined

const SAYS_SOMETHING = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,79}$/u

/** The campaign or collection that an address names. */
export function landingOf(address: string): string | undefined {
  const { pathname, searchParams } = new URL(address)
  const collection = pathname === '/shop' ? searchParams.get('collection') : null
  const told = searchParams.get('utm_campaign') ?? collection ?? ''
  return SAYS_SOMETHING.test(told) ? told.toLowerCase() : undefined
}

/** Remembers the first address of the visit; later ones change nothing. */
export const noteLanding = (address: string): void => {
  began ??= { landing: landingOf(address) }
}

export const landing = (): string | undefined => began?.landing
