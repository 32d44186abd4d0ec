'use client'

import { trpc } from '@/trpc/client'
import { rememberConsent } from '../behaviour/consent'
import { forgetRecorded, recordWaiting } from '../behaviour/recorder'

/** Decides whether the shop may remember what this shopper does: at once here, then on the server. */
export const useDecideConsent = (): ((isPersonal: boolean) => void) => {
  const mutation = trpc.shop.privacy.decide.useMutation()
  return (isPersonal) => {
    rememberConsent(isPersonal ? 'personal' : 'necessary')
    if (isPersonal) recordWaiting()
    else forgetRecorded()
    mutation.mutate({ isPersonal })
  }
}
