import type { RecordAsOf, RecordChange, StockFigure, StockTotals } from '@selvedge/core'
import Link from 'next/link'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { signed } from '../ledger/entry-words'
import { optionWords } from '../option-words'

const SHOWN = [
  'onHand',
  'reserved',
  'allocated',
  'unavailable',
  'short',
  'safetyStock',
] as const satisfies readonly StockFigure[]
const HEADS = ['On hand', 'Reserved', 'Allocated', 'Unavailable', 'Short', 'Safety']

const Head = () => (
  <TableHead>
    <tr>
      <TableHeading>Piece</TableHeading>
      <TableHeading>Place</TableHeading>
      {HEADS.map((head) => (
        <TableHeading key={head} numeric>
          {head}
        </TableHeading>
      ))}
      <TableHeading numeric>Available</TableHeading>
    </tr>
  </TableHead>
)

const Piece = ({ row }: { row: RecordAsOf }) => (
  <>
    <TableCell>
      <Link href={`/admin/ledger/${row.recordId}/time`} prefetch={false} className="thread-link font-medium">
        {row.productTitle}
      </Link>
      <span className="block text-soft">
        {optionWords(row)} · {row.sku}
      </span>
    </TableCell>
    <TableCell>{row.locationCode}</TableCell>
  </>
)

/** Records at one moment, under the sums of all of them. */
export const HistoryTable = ({ rows, totals }: { rows: readonly RecordAsOf[]; totals: StockTotals }) => (
  <Table caption="Stock at the chosen moment">
    <Head />
    <tbody>
      <TableRow className="border-b-2 border-edge font-medium">
        <TableCell>All together</TableCell>
        <TableCell>{totals.records} records</TableCell>
        {SHOWN.map((figure) => (
          <TableCell key={figure} numeric>
            {totals[figure]}
          </TableCell>
        ))}
        <TableCell numeric>{totals.available}</TableCell>
      </TableRow>
      {rows.map((row) => (
        <TableRow key={row.recordId}>
          <Piece row={row} />
          {SHOWN.map((figure) => (
            <TableCell key={figure} numeric className={row[figure] === 0 ? 'text-soft' : undefined}>
              {row[figure]}
            </TableCell>
          ))}
          <TableCell numeric>{row.available}</TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)

const Moved = ({ before, after }: { before: number; after: number }) => (
  <TableCell numeric className={before === after ? 'text-soft' : undefined}>
    {before === after ? null : (
      <span className={after > before ? 'pr-2 text-kelp' : 'pr-2 text-thread'}>{signed(after - before)}</span>
    )}
    {after}
  </TableCell>
)

/** Records that are not the same at both moments: by how much, and what they are at the later one. */
export const ChangesTable = ({ rows }: { rows: readonly RecordChange[] }) => (
  <Table caption="What changed between the two moments">
    <Head />
    <tbody>
      {rows.map(({ before, after }) => (
        <TableRow key={after.recordId}>
          <Piece row={after} />
          {SHOWN.map((figure) => (
            <Moved key={figure} before={before[figure]} after={after[figure]} />
          ))}
          <Moved before={before.available} after={after.available} />
        </TableRow>
      ))}
    </tbody>
  </Table>
)
