import type { AdminOrder } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { formatMoney } from '@/components/format-money'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { Moment } from '../frame/moment'

const TONES: Readonly<Record<string, 'good' | 'wait' | 'thread'>> = {
  captured: 'good',
  authorised: 'good',
  pending: 'wait',
  declined: 'thread',
}

/** What the bank was asked and what it answered. */
export const OrderPayments = ({ payments, currency }: Pick<AdminOrder, 'payments' | 'currency'>) =>
  payments.length === 0 ? (
    <p className="text-small text-soft">No payment was asked for.</p>
  ) : (
    <Table caption="Payments">
      <TableHead>
        <tr>
          <TableHeading>State</TableHeading>
          <TableHeading numeric>Amount</TableHeading>
          <TableHeading>Provider</TableHeading>
          <TableHeading>Method</TableHeading>
          <TableHeading>Reference</TableHeading>
          <TableHeading>Last moved</TableHeading>
        </tr>
      </TableHead>
      <tbody>
        {payments.map((payment) => (
          <TableRow key={`${payment.ref} ${payment.updatedAtMs}`}>
            <TableCell>
              <Badge tone={TONES[payment.state] ?? 'plain'}>{payment.state}</Badge>
              {payment.declineCode ? (
                <span className="block pt-1 text-soft">{payment.declineCode.replaceAll('_', ' ')}</span>
              ) : null}
            </TableCell>
            <TableCell numeric>{formatMoney(payment.amountMinor, currency)}</TableCell>
            <TableCell>{payment.provider}</TableCell>
            <TableCell>{payment.method}</TableCell>
            <TableCell className="text-soft">{payment.ref ?? 'none yet'}</TableCell>
            <TableCell className="text-soft">
              <Moment at={new Date(payment.updatedAtMs)} look="short" />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
