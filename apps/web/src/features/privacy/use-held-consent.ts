'use client'

import { useEffect } from 'react'
import { type Consent, consentNow, rememberConsent, useConsent } from '../behaviour/consent'
import { recordWaiting } from '../behaviour/recorder'

/** What was decided, as this page shows it; a browser that has not decided takes the account's word and keeps it. */
export const useHeldConsent = (decided: boolean | null): Consent | undefined => {
  const here = useConsent()
  const kept = decided === null ? undefined : decided ? 'personal' : 'necessary'
  useEffect(() => {
    if (kept === undefined || consentNow() !== undefined) return
    rememberConsent(kept)
    recordWaiting()
  }, [kept])
  return here === 'personal' || here === 'necessary' ? here : kept
}
