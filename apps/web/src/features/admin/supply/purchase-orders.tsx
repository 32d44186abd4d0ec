'use client'

import type { LocationSummary, PurchaseOrderView, SupplierView } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { buttonStyle } from '@/components/button-style'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { tellFailure } from '../frame/tell-failure'
import { useStaffTopic } from '../frame/use-staff-topic'
import { OrderForm } from './order-form'
import { ORDER_STATE_WORDS, sumOf } from './order-words'
import { SupplierList } from './supplier-list'

type PageProps = {
  orders: readonly PurchaseOrderView[]
  suppliers: readonly SupplierView[]
  locations: readonly LocationSummary[]
}

/** What was ordered of whom, and how much of it is on its way or here. */
export const PurchaseOrders = ({ orders: first, suppliers: known, locations }: PageProps) => {
  const { data: orders, isError, refetch } = trpc.admin.supply.orders.useQuery(undefined, { initialData: [...first] })
  // Asked here too: a supplier that was added below can be ordered from at once.
  const { data: suppliers, refetch: lookAtSuppliers } = trpc.admin.supply.suppliers.useQuery(undefined, {
    initialData: [...known],
  })
  const isLive = useStaffTopic('supply', () => {
    void refetch()
    void lookAtSuppliers()
  })
  const move = trpc.admin.supply.moveOrder.useMutation({
    onSuccess: ({ number }) => {
      toast(`${number} moved`)
      void refetch()
    },
    onError: tellFailure,
  })
  return (
    <div className="flex flex-col gap-8">
      <PageHead title="Purchase orders">
        <LiveDot live={isLive && !isError} />
        <Link href="/admin/supply" className={buttonStyle({ tone: 'quiet' })}>
          Inbound
        </Link>
      </PageHead>
      {orders.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          No order yet. Write the first one below; it is a draft until it is marked as sent.
        </p>
      ) : (
        <Table caption="Purchase orders, newest first">
          <TableHead>
            <tr>
              <TableHeading>Order</TableHeading>
              <TableHeading>State</TableHeading>
              <TableHeading>Supplier</TableHeading>
              <TableHeading numeric>Ordered</TableHeading>
              <TableHeading numeric>Announced</TableHeading>
              <TableHeading numeric>Here</TableHeading>
              <TableHeading>Written</TableHeading>
              <TableHeading>
                <span className="sr-only">What can be done</span>
              </TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {orders.map((order) => (
              <TableRow key={order.number}>
                <TableCell>
                  <Link
                    href={`/admin/purchase-orders/${encodeURIComponent(order.number)}`}
                    prefetch={false}
                    className="thread-link font-medium"
                  >
                    {order.number}
                  </Link>
                </TableCell>
                <TableCell>
                  <Badge tone={ORDER_STATE_WORDS[order.state].tone}>{ORDER_STATE_WORDS[order.state].badge}</Badge>
                </TableCell>
                <TableCell>{order.supplier}</TableCell>
                <TableCell numeric>{sumOf(order.lines, 'ordered')}</TableCell>
                <TableCell numeric>{sumOf(order.lines, 'announced')}</TableCell>
                <TableCell numeric>{sumOf(order.lines, 'received')}</TableCell>
                <TableCell className="text-soft">
                  <Moment at={new Date(order.createdAtMs)} look="short" />
                </TableCell>
                <TableCell>
                  {order.state === 'draft' ? (
                    <Button size="small" tone="quiet" onClick={() => move.mutate({ number: order.number, to: 'sent' })}>
                      Mark as sent
                    </Button>
                  ) : null}
                  {order.state === 'sent' || order.state === 'part_received' ? (
                    <Link
                      href={`/admin/supply/new?order=${encodeURIComponent(order.number)}`}
                      prefetch={false}
                      className="thread-link"
                    >
                      Announce a shipment
                    </Link>
                  ) : null}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 xl:grid-cols-2">
        <OrderForm suppliers={suppliers} locations={locations} onDone={() => void refetch()} />
        <SupplierList initial={suppliers} />
      </div>
    </div>
  )
}
