import type { AdminOrder } from '@selvedge/core'
import Link from 'next/link'
import { formatMoney } from '@/components/format-money'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'

const Sum = ({ label, amountMinor, currency }: { label: string; amountMinor: number; currency: string }) => (
  <tr>
    <th scope="row" colSpan={3} className="px-3 py-1 text-right font-regular text-soft">
      {label}
    </th>
    <td className="px-3 py-1 text-right whitespace-nowrap">{formatMoney(amountMinor, currency)}</td>
  </tr>
)

/** What was bought and what it adds up to. */
export const OrderLines = ({ order }: { order: AdminOrder }) => {
  const { currency } = order
  return (
    <Table caption={`Lines of order ${order.number}`}>
      <TableHead>
        <tr>
          <TableHeading>Product</TableHeading>
          <TableHeading numeric>Pieces</TableHeading>
          <TableHeading numeric>Each</TableHeading>
          <TableHeading numeric>Total</TableHeading>
        </tr>
      </TableHead>
      <tbody>
        {order.lines.map((line) => (
          <TableRow key={line.sku} className="last:border-b">
            <TableCell>
              <span className="font-medium">{line.title}</span> <span className="text-soft">{line.brand}</span>
              <span className="block text-soft">
                {line.colour}, {line.size} ·{' '}
                <Link href={`/admin/stock?q=${encodeURIComponent(line.sku)}`} prefetch={false} className="thread-link">
                  {line.sku}
                </Link>
              </span>
            </TableCell>
            <TableCell numeric>{line.quantity}</TableCell>
            <TableCell numeric>{formatMoney(line.unitPriceMinor, currency)}</TableCell>
            <TableCell numeric>{formatMoney(line.totalMinor, currency)}</TableCell>
          </TableRow>
        ))}
      </tbody>
      <tfoot>
        <Sum label="Pieces" amountMinor={order.subtotalMinor} currency={currency} />
        {order.discountMinor === 0 ? null : (
          <Sum label="Discount" amountMinor={-order.discountMinor} currency={currency} />
        )}
        <Sum label="Shipping" amountMinor={order.shippingMinor} currency={currency} />
        <Sum label="of which tax" amountMinor={order.taxMinor} currency={currency} />
        <tr className="border-t border-edge">
          <th scope="row" colSpan={3} className="px-3 py-2 text-right font-medium">
            Total
          </th>
          <td className="px-3 py-2 text-right font-medium whitespace-nowrap">
            {formatMoney(order.totalMinor, currency)}
          </td>
        </tr>
      </tfoot>
    </Table>
  )
}
