'use client'

import type { PromiseAtRisk, ShipmentSummary } from '@selvedge/core'
import Link from 'next/link'
import { buttonStyle } from '@/components/button-style'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { RiskTable } from './risk-table'
import { ShipmentTable } from './shipment-table'

type InboundProps = {
  open: readonly ShipmentSummary[]
  done: readonly ShipmentSummary[]
  risks: readonly PromiseAtRisk[]
}

/** What is on its way and who waits for it. */
export const Inbound = ({ open, done, risks }: InboundProps) => {
  const shipments = trpc.admin.supply.shipments.useQuery({ open: true }, { initialData: [...open] })
  const past = trpc.admin.supply.shipments.useQuery({ open: false }, { initialData: [...done] })
  const atRisk = trpc.admin.supply.promisesAtRisk.useQuery(undefined, { initialData: [...risks] })
  const isLive = useStaffTopic('supply', () => {
    for (const list of [shipments, past, atRisk]) void list.refetch()
  })
  return (
    <div className="flex flex-col gap-8">
      <PageHead title="Inbound" note="Shipments on their way, and the promises made on them">
        <LiveDot live={isLive && !shipments.isError} />
        <Link href="/admin/purchase-orders" className={buttonStyle({ tone: 'quiet' })}>
          Purchase orders
        </Link>
        <Link href="/admin/supply/new" className={buttonStyle()}>
          Announce a shipment
        </Link>
      </PageHead>
      <section aria-label="On their way" className="flex flex-col gap-3">
        <h2 className="font-display text-lead">On their way</h2>
        {shipments.data.length === 0 ? (
          <p className="border border-rule bg-raised p-6 text-small text-soft">Nothing is on its way.</p>
        ) : (
          <ShipmentTable shipments={shipments.data} caption="Shipments on their way" />
        )}
      </section>
      <section aria-label="Promises at risk" className="flex flex-col gap-3">
        <h2 className="font-display text-lead">Promises at risk</h2>
        {atRisk.data.length === 0 ? (
          <p className="border border-rule bg-raised p-6 text-small text-soft">
            Every promise has its supply and its day.
          </p>
        ) : (
          <RiskTable risks={atRisk.data} />
        )}
      </section>
      {past.data.length === 0 ? null : (
        <section aria-label="Come and gone" className="flex flex-col gap-3">
          <h2 className="font-display text-lead">Come and gone</h2>
          <ShipmentTable shipments={past.data} caption="Shipments that have come or were cancelled" />
        </section>
      )}
    </div>
  )
}
