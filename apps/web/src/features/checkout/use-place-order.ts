'use client'

import type { Quote } from '@selvedge/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { announce } from '@/components/live-region'
import { type ApiError, trpc } from '@/trpc/client'
import { rememberCountry, rememberedCountry } from '../delivery/country-choice'
import { rejectionOf, type Words } from '../refusal'
import { errorWords } from '../rejection-words'
import { attemptId, endAttempt } from './attempt'
import type { CheckoutForm } from './read-form'

export type Refusal = Words & {
  /** The new total to agree to. */
  newQuote?: Quote
  /** The bag shows what can be done. */
  seeBag?: boolean
}

/**
 * Places the order. The id of an attempt is kept until there is a final answer: a lost answer is asked for again under
 * the same id, a refusal ends the attempt.
 */
export const usePlaceOrder = () => {
  const router = useRouter()
  const utils = trpc.useUtils()
  const mutation = trpc.shop.checkout.place.useMutation()
  const [refusal, setRefusal] = useState<Refusal>()

  const refused = (error: ApiError) => {
    if (error.data) endAttempt(sessionStorage)
    const next = refusalOf(error)
    setRefusal(next)
    announce(next.detail ? `${next.title}. ${next.detail}` : next.title)
    void utils.shop.bag.get.invalidate()
  }

  const place = (form: CheckoutForm, expectedTotalMinor: number) => {
    setRefusal(undefined)
    const content = { ...form, expectedTotalMinor }
    const orderId = attemptId(JSON.stringify(content), sessionStorage)
    mutation.mutate(
      { orderId, ...content },
      {
        onSuccess: ({ order, accessToken }) => {
          endAttempt(sessionStorage)
          // A present sent elsewhere does not change where one's own parcels go.
          if (rememberedCountry() === undefined) rememberCountry(form.address.country)
          void utils.shop.bag.get.invalidate()
          router.push(`/orders/${encodeURIComponent(order.number)}?token=${encodeURIComponent(accessToken)}`)
        },
        onError: refused,
      },
    )
  }
  // After the answer the page changes: the button stays busy until it has.
  return {
    place,
    isPlacing: mutation.isPending || mutation.isSuccess,
    refusal,
    clearRefusal: () => setRefusal(undefined),
  }
}

const refusalOf = (error: ApiError): Refusal => {
  const rejection = rejectionOf(error)
  const words = errorWords(error)
  switch (rejection?.code) {
    case 'PRICE_CHANGED':
      return { ...words, newQuote: rejection.quote }
    case 'LINES_OUT_OF_STOCK':
    case 'NOT_SOLD_THERE':
    case 'BAG_EMPTY':
      return { ...words, seeBag: true }
    default:
      return words
  }
}
