'use client'

import type { QualityMove, QuarantineRow } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { PageHead } from '../frame/page-head'
import { PieceCell } from '../frame/piece-cell'
import { reasonWords } from '../frame/reason-words'
import { useStaffTopic } from '../frame/use-staff-topic'
import { QualityDialog } from './quality-dialog'
import { QUARANTINE_ROWS } from './quarantine-rows'

/** Pieces that are there and not for sale, until somebody decides. */
export const QuarantineList = ({ first }: { first: QuarantineRow[] }) => {
  const [deciding, setDeciding] = useState<{ row: QuarantineRow; move: QualityMove }>()
  const {
    data: rows,
    isError,
    refetch,
  } = trpc.admin.quarantine.list.useQuery({ limit: QUARANTINE_ROWS }, { initialData: first })
  const isTold = useStaffTopic('stock', () => void refetch())
  const units = rows.reduce((sum, row) => sum + row.unavailable, 0)
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Quarantine" note={`${units} ${units === 1 ? 'piece' : 'pieces'} on the shelf and not for sale`}>
        <LiveDot live={isTold && !isError} />
      </PageHead>
      {rows.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          Nothing is held back. Damaged and returned pieces wait here until somebody has looked at them.
        </p>
      ) : (
        <Table caption="Records with pieces held back">
          <TableHead>
            <tr>
              <TableHeading>Piece</TableHeading>
              <TableHeading>Place</TableHeading>
              <TableHeading numeric>Held back</TableHeading>
              <TableHeading>Why</TableHeading>
              <TableHeading>Since</TableHeading>
              <TableHeading>
                <span className="sr-only">Decide</span>
              </TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.recordId}>
                <PieceCell piece={row} href={`/admin/ledger/${row.recordId}`} />
                <TableCell>{row.locationCode}</TableCell>
                <TableCell numeric>
                  {row.unavailable} of {row.onHand}
                </TableCell>
                <TableCell className="max-w-72 whitespace-normal">
                  {row.reason ? reasonWords(row.reason) : ''}
                  {row.note ? <span className="block text-soft">{row.note}</span> : null}
                </TableCell>
                <TableCell>{row.since ? <Moment at={row.since} look="short" /> : null}</TableCell>
                <TableCell>
                  <span className="flex justify-end gap-2">
                    <Button
                      tone="quiet"
                      size="small"
                      aria-label={`Release ${row.sku}`}
                      onClick={() => setDeciding({ row, move: 'release' })}
                    >
                      Release
                    </Button>
                    <Button
                      tone="danger"
                      size="small"
                      aria-label={`Write off ${row.sku}`}
                      onClick={() => setDeciding({ row, move: 'write-off' })}
                    >
                      Write off
                    </Button>
                  </span>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {deciding ? (
        <QualityDialog {...deciding} onDone={() => void refetch()} onClose={() => setDeciding(undefined)} />
      ) : null}
    </div>
  )
}
