'use client'

import { trpc } from '@/trpc/client'
import { NoticeList } from './notice-list'

const POLL_MS = 8_000

/** What the buyer of an order was told; nothing before there is something. */
export const OrderNotices = ({ number, accessToken }: { number: string; accessToken?: string | undefined }) => {
  const { data = [] } = trpc.shop.notices.ofOrder.useQuery(
    { number, ...(accessToken ? { accessToken } : {}) },
    { refetchInterval: POLL_MS },
  )
  if (data.length === 0) return null
  return (
    <section aria-label="What we told you" className="pt-12">
      <h2 className="mb-6 border-b border-rule pb-2 font-display text-title">What we told you</h2>
      <NoticeList notices={data} />
    </section>
  )
}
