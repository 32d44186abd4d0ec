import type { OrderSummary } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { formatMoney } from '@/components/format-money'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { ORDER_STATE_WORDS } from '@/features/orders/order-words'
import { age } from '../frame/age'
import { Moment } from '../frame/moment'

/** Orders, newest first, with their age by `nowMs`. */
export const OrderTable = ({
  orders,
  nowMs,
  caption,
}: {
  orders: readonly OrderSummary[]
  nowMs: number
  caption: string
}) => (
  <Table caption={caption}>
    <TableHead>
      <tr>
        <TableHeading>Order</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading numeric>Total</TableHeading>
        <TableHeading numeric>Pieces</TableHeading>
        <TableHeading numeric>Age</TableHeading>
        <TableHeading>Placed</TableHeading>
        <TableHeading>Customer</TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {orders.map((order) => (
        <TableRow key={order.orderId}>
          <TableCell>
            <Link
              href={`/admin/orders/${encodeURIComponent(order.number)}`}
              prefetch={false}
              className="thread-link font-medium"
            >
              {order.number}
            </Link>
          </TableCell>
          <TableCell>
            <Badge tone={ORDER_STATE_WORDS[order.state].tone}>{ORDER_STATE_WORDS[order.state].badge}</Badge>
          </TableCell>
          <TableCell numeric>{formatMoney(order.totalMinor, order.currency)}</TableCell>
          <TableCell numeric>{order.units}</TableCell>
          <TableCell numeric>{age(nowMs - order.placedAtMs)}</TableCell>
          <TableCell className="text-soft">
            <Moment at={new Date(order.placedAtMs)} look="short" />
          </TableCell>
          <TableCell>{order.email}</TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
