'use client'

import { useState } from 'react'
import { trpc } from '@/trpc/client'
import { AskForm } from './ask-form'
import { type AskState, useAsk } from './use-ask'

/** One message when a saved piece costs less than now. */
export const PriceAlertButton = ({ productId, title }: { productId: number; title: string }) => {
  const mutation = trpc.shop.alerts.price.useMutation()
  const asked = 'We write to you when it costs less.'
  const { state, ask } = useAsk(
    async (email) => {
      await mutation.mutateAsync({ productId, ...(email ? { email } : {}) })
    },
    `${title}: ${asked}`,
    useState<AskState>('idle'),
  )
  return <AskForm quiet state={state} ask={ask} label="Tell me when it costs less" asked={asked} />
}
