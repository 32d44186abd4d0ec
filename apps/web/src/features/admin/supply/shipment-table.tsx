import type { ShipmentSummary } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { SHIPMENT_WORDS } from './shipment-words'

/** Shipments with their day, what has come and who waits for the rest. */
export const ShipmentTable = ({ shipments, caption }: { shipments: readonly ShipmentSummary[]; caption: string }) => (
  <Table caption={caption}>
    <TableHead>
      <tr>
        <TableHeading>Shipment</TableHeading>
        <TableHeading>Expected</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading numeric>Pieces</TableHeading>
        <TableHeading numeric>Here</TableHeading>
        <TableHeading numeric>Promised</TableHeading>
        <TableHeading>From</TableHeading>
        <TableHeading>To</TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {shipments.map((shipment) => (
        <TableRow key={shipment.number}>
          <TableCell>
            <Link href={`/admin/supply/${shipment.number}`} prefetch={false} className="thread-link font-medium">
              {shipment.number}
            </Link>
          </TableCell>
          <TableCell>
            {formatDay(shipment.expectedOn)}
            {shipment.isLate ? <span className="text-thread"> {lateWords(shipment)}</span> : null}
          </TableCell>
          <TableCell>
            <Badge tone={SHIPMENT_WORDS[shipment.state].tone}>{SHIPMENT_WORDS[shipment.state].badge}</Badge>
          </TableCell>
          <TableCell numeric>{shipment.units}</TableCell>
          <TableCell numeric>{shipment.arrived}</TableCell>
          <TableCell numeric>{shipment.promised}</TableCell>
          <TableCell>{shipment.supplier}</TableCell>
          <TableCell>{shipment.location}</TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)

/** An overdue shipment names no day that anybody stands for. */
const lateWords = ({ isOverdue, expectedOn, firstExpectedOn }: ShipmentSummary): string => {
  const was = expectedOn === firstExpectedOn ? '' : `, first told for ${formatDay(firstExpectedOn)}`
  return isOverdue ? `overdue, no new day${was}` : `late, was ${formatDay(firstExpectedOn)}`
}
