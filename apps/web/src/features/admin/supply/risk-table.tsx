import type { PromiseAtRisk } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { RISK_WORDS } from './shipment-words'

const CHOICE_WORDS = { none: 'not asked', asked: 'asked, no answer', keep: 'keeps it' } as const

/** Promises that somebody should look at, oldest first. */
export const RiskTable = ({ risks }: { risks: readonly PromiseAtRisk[] }) => (
  <Table caption="Promises at risk">
    <TableHead>
      <tr>
        <TableHeading>Order</TableHeading>
        <TableHeading>Why</TableHeading>
        <TableHeading>Piece</TableHeading>
        <TableHeading numeric>Units</TableHeading>
        <TableHeading>First told</TableHeading>
        <TableHeading>Now</TableHeading>
        <TableHeading>The buyer</TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {risks.map((risk) => (
        <TableRow key={risk.promiseId}>
          <TableCell>
            <Link href={`/admin/orders/${risk.orderNumber}`} prefetch={false} className="thread-link font-medium">
              {risk.orderNumber}
            </Link>
          </TableCell>
          <TableCell>
            <Badge tone={RISK_WORDS[risk.why].tone}>{RISK_WORDS[risk.why].badge}</Badge>
          </TableCell>
          <TableCell className="whitespace-normal">
            {risk.title} <span className="text-soft">{risk.sku}</span>
          </TableCell>
          <TableCell numeric>{risk.units}</TableCell>
          <TableCell>{risk.firstShipBy ? formatDay(risk.firstShipBy) : 'no day'}</TableCell>
          <TableCell>{risk.shipBy ? formatDay(risk.shipBy) : 'no day'}</TableCell>
          <TableCell className="text-soft">{CHOICE_WORDS[risk.choice]}</TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
