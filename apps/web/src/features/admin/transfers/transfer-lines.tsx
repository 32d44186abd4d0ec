import type { TransferView } from '@selvedge/core'
import Link from 'next/link'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { PieceCell } from '../frame/piece-cell'

const Figure = ({ units, alarm = false }: { units: number; alarm?: boolean }) => (
  <TableCell numeric className={units === 0 ? 'text-soft' : alarm ? 'text-thread' : undefined}>
    {units}
  </TableCell>
)

/** What was sent and what became of it, line by line, with the way to both ledgers. */
export const TransferLines = ({ transfer }: { transfer: TransferView }) => {
  const isDraft = transfer.state === 'draft'
  return (
    <Table caption={`Lines of transfer T-${transfer.transferId}`}>
      <TableHead>
        <tr>
          <TableHeading>Piece</TableHeading>
          <TableHeading numeric>Sent</TableHeading>
          {isDraft ? (
            <TableHeading numeric>Free at {transfer.from.code}</TableHeading>
          ) : (
            <>
              <TableHeading numeric>On the way</TableHeading>
              <TableHeading numeric>Came</TableHeading>
              <TableHeading numeric>Damaged</TableHeading>
              <TableHeading numeric>Lost</TableHeading>
              <TableHeading numeric>Too many</TableHeading>
            </>
          )}
          <TableHeading>Ledger</TableHeading>
        </tr>
      </TableHead>
      <tbody>
        {transfer.lines.map((line) => (
          <TableRow key={line.lineNo}>
            <PieceCell piece={line} />
            <TableCell numeric>{line.quantity}</TableCell>
            {isDraft ? (
              <TableCell numeric className={line.free < line.quantity ? 'text-thread' : undefined}>
                {line.free}
              </TableCell>
            ) : (
              <>
                <Figure units={line.outstanding} />
                <Figure units={line.received} />
                <Figure units={line.damaged} alarm />
                <Figure units={line.lost} alarm />
                <Figure units={line.surplus} alarm />
              </>
            )}
            <TableCell>
              <span className="flex gap-3">
                <Link href={`/admin/ledger/${line.fromRecordId}`} prefetch={false} className="thread-link">
                  {transfer.from.code}
                  <span className="sr-only">, ledger of {line.sku}</span>
                </Link>
                {line.toRecordId === undefined ? null : (
                  <Link href={`/admin/ledger/${line.toRecordId}`} prefetch={false} className="thread-link">
                    {transfer.to.code}
                    <span className="sr-only">, ledger of {line.sku}</span>
                  </Link>
                )}
              </span>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
