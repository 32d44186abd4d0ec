import type { AdminOrder } from '@selvedge/core'
import Link from 'next/link'
import { classNames } from '@/components/class-names'
import { formatMoney } from '@/components/format-money'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { PieceCell } from '../frame/piece-cell'

type SumProps = { label: string; amountMinor: number; currency: string; isTotal?: boolean }

const Sum = ({ label, amountMinor, currency, isTotal = false }: SumProps) => (
  <div className={classNames('flex justify-end gap-6', isTotal && 'border-t border-rule pt-1 font-medium text-ink')}>
    <dt>{label}</dt>
    <dd className="min-w-20 text-right">{formatMoney(amountMinor, currency)}</dd>
  </div>
)

/** What the buyer was told of units that are still to come. */
const PromisedDay = ({ line: { promise, shipBy } }: { line: AdminOrder['lines'][number] }) => {
  if (promise?.state !== 'open') return null
  const isLate = shipBy === undefined || promise.isOverdue
  const told = shipBy === undefined ? 'Promised without a day' : `Promised for ${formatDay(shipBy)}`
  const asked =
    promise.choice === 'asked' ? ', asked, no answer yet' : promise.choice === 'keep' ? ', the buyer keeps it' : ''
  return (
    <span className={classNames('block', isLate ? 'text-thread' : 'text-weld')}>
      {told}
      {promise.isOverdue ? ', which has passed' : ''}
      {asked}
    </span>
  )
}

/** What was bought and what it adds up to. */
export const OrderLines = ({ order }: { order: AdminOrder }) => {
  const { currency } = order
  return (
    <>
      <Table caption={`Lines of order ${order.number}`}>
        <TableHead>
          <tr>
            <TableHeading>Product</TableHeading>
            <TableHeading numeric>Pieces</TableHeading>
            <TableHeading numeric className="max-sm:hidden">
              Each
            </TableHeading>
            <TableHeading numeric>Total</TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {order.lines.map((line, index) => (
            <TableRow key={line.sku}>
              <PieceCell piece={line} href={`/admin/stock?q=${encodeURIComponent(line.sku)}`}>
                <PromisedDay line={line} />
                {order.sources
                  .filter((source) => source.lineNo === index + 1)
                  .map((source) => (
                    <details key={source.recordId} className="text-soft">
                      <summary className="cursor-pointer py-1">
                        {source.units} from {source.locationCode}
                      </summary>
                      {source.why ?? 'Chosen in the order of the places'}.{' '}
                      <Link href={`/admin/ledger/${source.recordId}`} prefetch={false} className="thread-link">
                        Ledger
                      </Link>
                    </details>
                  ))}
              </PieceCell>
              <TableCell numeric>{line.quantity}</TableCell>
              <TableCell numeric className="max-sm:hidden">
                {formatMoney(line.unitPriceMinor, currency)}
              </TableCell>
              <TableCell numeric>{formatMoney(line.totalMinor, currency)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      <dl className="figures flex flex-col gap-1 px-3 text-note text-soft">
        <Sum label="Pieces" amountMinor={order.subtotalMinor} currency={currency} />
        {order.discountMinor === 0 ? null : (
          <Sum label="Discount" amountMinor={-order.discountMinor} currency={currency} />
        )}
        <Sum label="Shipping" amountMinor={order.shippingMinor} currency={currency} />
        <Sum label="Total" amountMinor={order.totalMinor} currency={currency} isTotal />
        <Sum label="of which tax" amountMinor={order.taxMinor} currency={currency} />
      </dl>
    </>
  )
}
