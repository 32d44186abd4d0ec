'use client'

import type { OrderView } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { announce } from '@/components/live-region'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { choiceWords } from './choice-words'

type Props = { order: OrderView; accessToken?: string | undefined; onAnswered: (order: OrderView) => void }

/** Keep or cancel: asked when another day is told, or none, and open to the buyer until the parcel is packed. */
export const OrderChoice = ({ order, accessToken, onAnswered }: Props) => {
  const [isSure, setSure] = useState(false)
  const link = { number: order.number, ...(accessToken ? { accessToken } : {}) }
  const keep = trpc.shop.orders.keep.useMutation({
    onSuccess: (answer) => {
      announce('Thank you. We keep it for you.')
      onAnswered(answer)
    },
  })
  const cancel = trpc.shop.orders.cancel.useMutation({ onSuccess: onAnswered })
  const isRest = order.state === 'part_shipped'
  if (order.state !== 'confirmed' && !isRest) return null
  const asked = choiceWords(order.lines)
  const failure = cancel.error ?? keep.error
  return (
    <section aria-label="Keep or cancel" className="flex flex-col gap-3 pt-2">
      {asked ? (
        <p className="max-w-prose border-l-4 border-thread pl-3">
          {asked} You can keep the order as it is now, or cancel it and get your money back.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {asked ? (
          <Button loading={keep.isPending} onClick={() => keep.mutate(link)}>
            Keep it
          </Button>
        ) : null}
        {isSure ? (
          <>
            <Button loading={cancel.isPending} onClick={() => cancel.mutate(link)}>
              {isRest ? 'Yes, cancel what has not left' : 'Yes, cancel the whole order'}
            </Button>
            <Button tone="quiet" onClick={() => setSure(false)}>
              No, leave it
            </Button>
          </>
        ) : (
          <Button tone="quiet" onClick={() => setSure(true)}>
            {isRest ? 'Cancel the rest' : 'Cancel the order'}
          </Button>
        )}
      </div>
      <p role="alert" className="border-l-4 border-thread pl-3 text-note empty:hidden">
        {failure ? errorWords(failure).title : null}
      </p>
    </section>
  )
}
