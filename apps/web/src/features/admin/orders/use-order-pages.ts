'use client'

import type { OrderPage, OrderSummary } from '@selvedge/core'
import { useState } from 'react'
import { trpc } from '@/trpc/client'
import { useStaffTopic } from '../frame/use-staff-topic'
import { ORDER_ROWS, type OrderFilter } from './order-filter'

/** The newest orders, asked for whenever one moves, and older ones a page at a time. */
export const useOrderPages = (filter: OrderFilter, first: OrderPage) => {
  const { client } = trpc.useUtils()
  const [older, setOlder] = useState<readonly OrderSummary[]>([])
  const [next, setNext] = useState(first.next)
  const [isLoading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  const { data, isError, refetch } = trpc.admin.orders.list.useQuery(
    { ...filter, limit: ORDER_ROWS },
    { initialData: first },
  )
  const isTold = useStaffTopic('order', () => void refetch())
  // An order pushed off the newest page by a new one is kept: later pages were cut at the first page's end.
  const orders = [
    ...new Map([...first.items, ...older, ...data.items].map((order) => [order.orderId, order])).values(),
  ].sort((a, b) => b.placedAtMs - a.placedAtMs || b.orderId.localeCompare(a.orderId))
  const loadOlder = async () => {
    if (!next) return
    setLoading(true)
    setFailed(false)
    try {
      const page = await client.admin.orders.list.query({ ...filter, limit: ORDER_ROWS, before: next })
      setOlder((known) => [...known, ...page.items])
      setNext(page.next)
    } catch {
      setFailed(true)
    } finally {
      setLoading(false)
    }
  }
  return { orders, hasOlder: next !== undefined, loadOlder, isLoading, failed, isLive: isTold && !isError }
}
