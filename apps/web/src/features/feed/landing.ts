import { campaignOf } from './campaign'

/** What the visit began with: a campaign, or the page of a collection. In this tab's memory alone, and gone with it. */
let began: { readonly landing: string | undefined } | undefined

/** The campaign or collection that an address names. */
export function landingOf(address: string): string | undefined {
  const { pathname, searchParams } = new URL(address)
  const collection = pathname === '/shop' ? searchParams.get('collection') : null
  return campaignOf(searchParams.get('utm_campaign') ?? collection)
}

/** Remembers the first address of the visit; later ones change nothing. */
export const noteLanding = (address: string): void => {
  began ??= { landing: landingOf(address) }
}

export const landing = (): string | undefined => began?.landing
