'use client'

import type { OrderView } from '@selvedge/core'
import { useEffect, useRef, useState } from 'react'
import { announce } from '@/components/live-region'
import { trpc } from '@/trpc/client'
import { ORDER_STATE_WORDS } from './order-words'

const RESTING = new Set<OrderView['state']>(['delivered', 'cancelled', 'payment_failed'])

/** The order as it moves. A lost stream goes on from the last position seen. */
export const useWatchedOrder = (initial: OrderView, accessToken: string | undefined) => {
  const utils = trpc.useUtils()
  const [order, setOrder] = useState(initial)
  const spoken = useRef(initial.state)
  const { status } = trpc.shop.orders.watch.useSubscription(
    {
      number: initial.number,
      ...(accessToken ? { accessToken } : {}),
      lastEventId: String(initial.timeline.at(-1)?.seq ?? 0),
    },
    {
      enabled: !RESTING.has(order.state),
      onData: ({ data }) => {
        setOrder(data)
        // What has arrived can come back, and what was asked for has moved on.
        void utils.shop.returns.ofOrder.invalidate()
      },
    },
  )

  useEffect(() => {
    if (spoken.current === order.state) return
    spoken.current = order.state
    const { title, lead } = ORDER_STATE_WORDS[order.state]
    announce(`${title}. ${lead}`)
    // What was bought has left the bag, or has come back to it.
    void utils.shop.bag.get.invalidate()
  }, [order.state, utils])

  return { order, setOrder, isLive: status === 'pending', isResting: RESTING.has(order.state) }
}
