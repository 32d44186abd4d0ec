import type { Country } from '@selvedge/core'
import { COUNTRY_OPTIONS } from '../checkout/countries'

/** Where this browser's parcels go: the country of its last order. */
export const COUNTRY_COOKIE = 'selvedge_country'

const YEAR_S = 365 * 86_400

/** Remembers the country for a year. */
export const rememberCountry = (country: Country): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser the shop serves
  document.cookie = `${COUNTRY_COOKIE}=${country}; path=/; max-age=${YEAR_S}; samesite=lax`
}

/** The remembered country; none where nothing of ours is remembered. */
export const rememberedCountry = (): Country | undefined => {
  const value = new RegExp(`(?:^|; )${COUNTRY_COOKIE}=(\\w+)`).exec(document.cookie)?.[1]
  return COUNTRY_OPTIONS.find((known) => known.value === value)?.value
}
