'use client'

import type { Country } from '@selvedge/core'
import { useSyncExternalStore } from 'react'
import { COUNTRY_OPTIONS } from '../checkout/countries'
import { COUNTRY_COOKIE, COUNTRY_MAX_AGE_S, NO_COUNTRY } from './country-cookie'

const CHANNEL = 'selvedge:country'

/** Remembers the country for a year; undefined takes the choice back. */
export const rememberCountry = (country: Country | undefined): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser the shop serves
  document.cookie = `${COUNTRY_COOKIE}=${country ?? NO_COUNTRY}; path=/; max-age=${COUNTRY_MAX_AGE_S}; samesite=lax`
  window.dispatchEvent(new Event(CHANNEL))
}

/** The remembered country; none where nothing of ours is remembered. */
export const rememberedCountry = (): Country | undefined => {
  const value = new RegExp(`(?:^|; )${COUNTRY_COOKIE}=(\\w+)`).exec(document.cookie)?.[1]
  return COUNTRY_OPTIONS.find((known) => known.value === value)?.value
}

const listen = (listener: () => void): (() => void) => {
  window.addEventListener(CHANNEL, listener)
  return () => window.removeEventListener(CHANNEL, listener)
}

/** Where this browser's parcels go, wherever on the page it is chosen. The page from the server knows nobody's. */
export const useCountry = (): Country | undefined => useSyncExternalStore(listen, rememberedCountry, () => undefined)
