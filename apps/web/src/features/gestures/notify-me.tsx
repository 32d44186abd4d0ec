'use client'

import { trpc } from '@/trpc/client'
import { AskForm } from './ask-form'
import { useKeptAsk } from './kept-asks'
import { useAsk } from './use-ask'

/** For a size that is sold out: one message when it can be bought again. */
export const NotifyMe = ({ sku, sizeLabel, quiet = false }: { sku: string; sizeLabel: string; quiet?: boolean }) => {
  const mutation = trpc.shop.alerts.stock.useMutation()
  const asked = `We write to you when size ${sizeLabel} is back.`
  const { state, ask } = useAsk(
    async (email) => {
      await mutation.mutateAsync({ sku, ...(email ? { email } : {}) })
    },
    asked,
    useKeptAsk(sku),
  )
  return <AskForm quiet={quiet} state={state} ask={ask} label={`Notify me for size ${sizeLabel}`} asked={asked} />
}
