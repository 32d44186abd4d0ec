'use client'

import { useEffect } from 'react'
import { trpc } from '@/trpc/client'
import { type Consent, consentNow, rememberConsent, useConsent } from '../behaviour/consent'
import { recordWaiting } from '../behaviour/recorder'

/**
 * What was decided, as this page shows it. A browser that has not decided takes the account's word and keeps it; an
 * account's no, given in another browser, holds over a yes of this one. `decided` may be as old as a page that one comes
 * back to, so such a no is kept only once the asking again has been answered.
 */
export const useHeldConsent = (decided: boolean | null): Consent | undefined => {
  const here = useConsent()
  const {
    data: word,
    isFetchedAfterMount,
    isSuccess,
  } = trpc.shop.privacy.decided.useQuery(undefined, {
    initialData: decided,
    staleTime: 0,
    gcTime: 0, // the next page may be another account's
  })
  const isAnswered = isFetchedAfterMount && isSuccess // an asking that failed counts as a fetch, too
  const kept = word === null ? undefined : word ? 'personal' : 'necessary'
  useEffect(() => {
    const now = consentNow()
    const isNoOfAccount = kept === 'necessary' && now === 'personal' && isAnswered
    if (kept === undefined || (now !== undefined && !isNoOfAccount)) return
    rememberConsent(kept)
    recordWaiting()
  }, [kept, isAnswered])
  if (kept === 'necessary') return kept
  return here === 'personal' || here === 'necessary' ? here : kept
}
