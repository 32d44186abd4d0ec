'use client'

import { type AdminOrder, SHIPPING_METHODS } from '@selvedge/core'
import type { ReactNode } from 'react'
import { Badge } from '@/components/badge'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { formatMoney } from '@/components/format-money'
import { LiveDot } from '@/components/live-dot'
import { Timeline } from '@/components/timeline'
import { ORDER_STATE_WORDS } from '@/features/orders/order-words'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { Fulfilment } from '../parcels/fulfilment'
import { CancelOrder } from './cancel-order'
import { OrderLines } from './order-lines'
import { OrderPayments } from './order-payments'
import { sagaSteps } from './saga-steps'

const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-2">
    <h2 className="label-caps text-soft">{title}</h2>
    {children}
  </section>
)

/** One order: what, for whom, the money, and every step its checkout took. */
export const StaffOrder = ({ initial }: { initial: AdminOrder }) => {
  const {
    data: order,
    isError,
    refetch,
  } = trpc.admin.orders.byNumber.useQuery({ number: initial.number }, { initialData: initial })
  const isTold = useStaffTopic(['order', 'supply'], () => void refetch())
  const { badge, tone } = ORDER_STATE_WORDS[order.state]
  const { address } = order
  const steps = sagaSteps(order).map(({ atMs, ...step }) => ({
    ...step,
    note: (
      <>
        {atMs === undefined ? null : <Moment at={new Date(atMs)} />}
        {step.note ? <span className="block">{step.note}</span> : null}
      </>
    ),
  }))
  return (
    <div className="flex flex-col gap-5">
      <Breadcrumbs steps={[{ label: 'Orders', href: '/admin/orders' }, { label: order.number }]} />
      <PageHead
        title={<span className="figures">{order.number}</span>}
        note={
          <>
            Placed <Moment at={new Date(order.placedAtMs)} /> by {order.email}
          </>
        }
      >
        <Badge tone={tone}>{badge}</Badge>
        {order.state === 'confirmed' || order.state === 'part_shipped' ? (
          <CancelOrder number={order.number} isRest={order.state === 'part_shipped'} />
        ) : null}
        <LiveDot live={isTold && !isError} />
      </PageHead>
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title="Lines">
            <OrderLines order={order} />
          </Panel>
          <Fulfilment order={order} />
          <Panel title="Payment">
            <OrderPayments payments={order.payments} currency={order.currency} />
          </Panel>
          <div className="grid gap-6 sm:grid-cols-2">
            <Panel title="Goes to">
              <address className="text-small not-italic">
                {[address.name, address.line1, address.line2, `${address.postcode} ${address.city}`, address.country]
                  .filter(Boolean)
                  .map((line) => (
                    <span key={line} className="block">
                      {line}
                    </span>
                  ))}
              </address>
              <p className="figures text-note text-soft">
                {SHIPPING_METHODS[order.shippingMethod].label}, {formatMoney(order.shippingMinor, order.currency)}
              </p>
            </Panel>
            <Panel title="Trail">
              <p className="figures text-note break-all">{order.correlationId}</p>
              <p className="text-note text-soft">Finds this checkout in the logs, the ledger and the outbox.</p>
            </Panel>
          </div>
        </div>
        <Panel title={order.saga?.state === 'running' ? 'Checkout, under way' : 'What happened'}>
          <Timeline steps={steps} />
        </Panel>
      </div>
    </div>
  )
}
