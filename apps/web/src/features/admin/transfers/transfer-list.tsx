'use client'

import type { TransferSummary } from '@selvedge/core'
import Link from 'next/link'
import { Badge } from '@/components/badge'
import { buttonStyle } from '@/components/button-style'
import { LiveDot } from '@/components/live-dot'
import { StatRow, StatTile } from '@/components/stat-tile'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { PageHead } from '../frame/page-head'
import { useStaffTopic } from '../frame/use-staff-topic'
import { TRANSFER_ROWS } from './transfer-rows'
import { TRANSFER_STATE_WORDS, unitsWords } from './transfer-words'

/** Every transfer, newest first, with what is on the way and what should have come. */
export const TransferList = ({ first }: { first: TransferSummary[] }) => {
  const {
    data: rows,
    isError,
    refetch,
  } = trpc.admin.transfers.list.useQuery({ limit: TRANSFER_ROWS }, { initialData: first })
  const isTold = useStaffTopic('transfer', () => void refetch())
  const moving = rows.filter((row) => row.state === 'in-transit')
  const overdue = moving.filter((row) => row.overdue)
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Transfers" note="Pieces between two places: gone from one shelf, not yet on the other">
        <LiveDot live={isTold && !isError} />
        <Link href="/admin/transfers/new" className={buttonStyle({ size: 'small' })}>
          New transfer
        </Link>
      </PageHead>
      <StatRow>
        <StatTile label="On the way" value={moving.length} note="transfers" />
        <StatTile label="Pieces on the way" value={moving.reduce((sum, row) => sum + row.outstandingUnits, 0)} />
        <StatTile label="Overdue" value={overdue.length} alarm={overdue.length > 0} note="past their day" />
      </StatRow>
      {rows.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          Nothing has been moved yet. A transfer takes pieces from one shelf and brings them to another.
        </p>
      ) : (
        <Table caption="Transfers, newest first">
          <TableHead>
            <tr>
              <TableHeading>Number</TableHeading>
              <TableHeading>From, to</TableHeading>
              <TableHeading>State</TableHeading>
              <TableHeading numeric>Pieces</TableHeading>
              <TableHeading>Expected</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.transferId}>
                <TableCell>
                  <Link
                    href={`/admin/transfers/${row.transferId}`}
                    prefetch={false}
                    className="thread-link font-medium"
                  >
                    T-{row.transferId}
                  </Link>
                </TableCell>
                <TableCell>
                  {row.from.code} to {row.to.code}
                </TableCell>
                <TableCell>
                  <Badge tone={TRANSFER_STATE_WORDS[row.state].tone}>{TRANSFER_STATE_WORDS[row.state].badge}</Badge>
                </TableCell>
                <TableCell numeric>{unitsWords(row)}</TableCell>
                <TableCell className={row.overdue ? 'text-thread' : undefined}>
                  {row.expectedOn}
                  {row.overdue ? ', overdue' : ''}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}
