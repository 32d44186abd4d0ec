'use client'

import type { OrderSummary, RecentStockEvent } from '@selvedge/core'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import type { Figures } from '../frame/use-figures'
import { usePageClock } from '../frame/use-page-clock'
import { useStaffTopic } from '../frame/use-staff-topic'
import type { HoldsPage } from '../holds/hold-rows'
import { OrderTable } from '../orders/order-table'
import { EndingHolds } from './ending-holds'
import { FigureTiles } from './figure-tiles'
import { OVERVIEW_ROWS } from './overview-rows'
import { RecentEntries } from './recent-entries'

const Panel = ({
  title,
  more,
  children,
}: {
  title: string
  more?: { href: string; label: string }
  children: ReactNode
}) => (
  <section className="flex min-w-0 flex-col gap-2">
    <div className="flex min-h-6 items-center justify-between gap-4">
      <h2 className="label-caps text-soft">{title}</h2>
      {more ? (
        <Link href={more.href} className="thread-hover text-note">
          {more.label}
        </Link>
      ) : null}
    </div>
    {children}
  </section>
)

export type OverviewProps = {
  figures: Figures
  recent: readonly RecentStockEvent[]
  holds: HoldsPage
  orders: readonly OrderSummary[]
  renderedAtMs: number
}

/** The shop at a glance; everything on it moves by itself. */
export const Overview = ({ figures, recent, holds, orders, renderedAtMs }: OverviewProps) => {
  const nowMs = usePageClock(renderedAtMs)
  const { data, refetch } = trpc.admin.orders.list.useQuery(
    { limit: OVERVIEW_ROWS.orders },
    { initialData: { items: [...orders] }, staleTime: Number.POSITIVE_INFINITY },
  )
  useStaffTopic('order', () => void refetch())
  return (
    <div className="flex flex-col gap-6">
      <PageHead title="Overview" />
      <FigureTiles initial={figures} />
      <div className="grid gap-6 xl:grid-cols-2">
        <Panel title="Just moved">
          <div className="border border-rule bg-raised">
            <RecentEntries initial={recent} />
          </div>
        </Panel>
        <Panel title="Holds ending next" more={{ href: '/admin/holds', label: 'All holds' }}>
          <div className="border border-rule bg-raised">
            <EndingHolds initial={holds} />
          </div>
        </Panel>
      </div>
      <Panel title="Newest orders" more={{ href: '/admin/orders', label: 'All orders' }}>
        {data.items.length === 0 ? (
          <p className="border border-rule bg-raised p-4 text-small text-soft">No orders yet.</p>
        ) : (
          <OrderTable orders={data.items} nowMs={nowMs} caption="Newest orders" />
        )}
      </Panel>
    </div>
  )
}
