'use client'

import { useSyncExternalStore } from 'react'

export type Consent = 'personal' | 'necessary'

const COOKIE = 'selvedge_consent'
const CHANGED = 'selvedge:consent'

/** What was decided on this browser; undefined as long as nobody has decided. */
export const consentNow = (): Consent | undefined => {
  const value = /(?:^|; )selvedge_consent=(\w+)/.exec(document.cookie)?.[1]
  return value === 'personal' || value === 'necessary' ? value : undefined
}

/** Set here at once, so that nothing is watched a moment longer than allowed; the server sets the same cookie again. */
export const rememberConsent = (consent: Consent): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${COOKIE}=${consent}; Max-Age=${60 * 60 * 24 * 180}; Path=/; SameSite=Lax`
  window.dispatchEvent(new Event(CHANGED))
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener(CHANGED, changed)
  return () => window.removeEventListener(CHANGED, changed)
}

/** `unknown` on the server and until the page has come alive. */
export const useConsent = (): Consent | 'undecided' | 'unknown' =>
  useSyncExternalStore(
    subscribe,
    () => consentNow() ?? 'undecided',
    () => 'unknown',
  )
