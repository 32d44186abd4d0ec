'use client'

import { trpc } from '@/trpc/client'
import { tellRefusal } from '../bag/tell'
import { rememberConsent } from '../behaviour/consent'
import { forgetRecorded, recordWaiting } from '../behaviour/recorder'
import { forgetKeptPages } from '../offline/page-cache'

/**
 * Decides whether the shop may remember what this shopper does. A no holds here at once, then on the server. A yes holds
 * from the server's answer on, which brings the one name this browser is known by: events sent before it would each be
 * given a name of their own, and be lost to the shopper.
 */
export const useDecideConsent = () => {
  const { decided: word } = trpc.useUtils().shop.privacy
  const { mutate, isPending } = trpc.shop.privacy.decide.useMutation({ onError: (error) => tellRefusal(error) })
  const decide = (isPersonal: boolean, then?: () => void): void => {
    if (!isPersonal) {
      rememberConsent('necessary')
      forgetRecorded()
    }
    const decided = () => {
      // A page that shows the account's word shows this one; an answer that is under way was given before it.
      void word.cancel()
      word.setData(undefined, (known) => (known === undefined ? undefined : isPersonal))
      if (isPersonal) {
        rememberConsent('personal')
        recordWaiting()
      } else void forgetKeptPages()
      then?.()
    }
    mutate({ isPersonal }, { onSuccess: decided })
  }
  return { decide, isDeciding: isPending }
}
