'use client'

import type { PurchaseOrderView } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { MoveOrder } from './move-order'
import { ORDER_STATE_WORDS, sumOf } from './order-words'
import { SHIPMENT_WORDS } from './shipment-words'

/** One purchase order: its lines, what was announced for it, and what may still become of it. */
export const OrderPage = ({ initial }: { initial: PurchaseOrderView }) => {
  const {
    data: order,
    isError,
    refetch,
  } = trpc.admin.supply.order.useQuery({ number: initial.number }, { initialData: initial })
  const isLive = useStaffTopic('supply', () => void refetch())
  const { badge, tone } = ORDER_STATE_WORDS[order.state]
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumbs steps={[{ label: 'Purchase orders', href: '/admin/purchase-orders' }, { label: order.number }]} />
      <PageHead
        title={<span className="figures">{order.number}</span>}
        note={
          <>
            {order.supplier} to {order.location}, written <Moment at={new Date(order.createdAtMs)} look="short" />
            {order.note ? `. ${order.note}` : ''}
          </>
        }
      >
        <LiveDot live={isLive && !isError} />
        <Badge tone={tone}>{badge}</Badge>
      </PageHead>
      <MoveOrder order={order} onMoved={() => void refetch()} />
      <Table caption={`Lines of ${order.number}`}>
        <TableHead>
          <tr>
            <TableHeading>Piece</TableHeading>
            <TableHeading numeric>Ordered</TableHeading>
            <TableHeading numeric>Announced</TableHeading>
            <TableHeading numeric>Here</TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {order.lines.map((line) => (
            <TableRow key={line.sku}>
              <TableCell className="whitespace-normal">
                {line.title}
                <span className="figures block text-soft">{line.sku}</span>
              </TableCell>
              <TableCell numeric>{line.ordered}</TableCell>
              <TableCell numeric>{line.announced}</TableCell>
              <TableCell numeric>{line.received}</TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell className="font-medium">In all</TableCell>
            <TableCell numeric>{sumOf(order.lines, 'ordered')}</TableCell>
            <TableCell numeric>{sumOf(order.lines, 'announced')}</TableCell>
            <TableCell numeric>{sumOf(order.lines, 'received')}</TableCell>
          </TableRow>
        </tbody>
      </Table>
      <section aria-label="Shipments" className="flex flex-col gap-3">
        <h2 className="font-display text-lead">Shipments</h2>
        {order.shipments.length === 0 ? (
          <p className="text-small text-soft">Nothing was announced for it yet.</p>
        ) : (
          <ul className="flex flex-col border-t border-rule text-small">
            {order.shipments.map(({ number, state, expectedOn }) => (
              <li key={number} className="flex flex-wrap items-center gap-3 border-b border-rule py-2">
                <Link href={`/admin/supply/${number}`} prefetch={false} className="thread-link font-medium">
                  {number}
                </Link>
                <span>expected {formatDay(expectedOn)}</span>
                <Badge tone={SHIPMENT_WORDS[state].tone}>{SHIPMENT_WORDS[state].badge}</Badge>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
