import type { ForecastRow } from '@selvedge/core'
import Link from 'next/link'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { optionWords } from '../option-words'
import { CLASS_WORDS, dayWords, unitsWords } from './forecast-words'
import { Sparkline } from './sparkline'

/** SKUs by urgency: how they sell, how long they last, when to order. */
export const ForecastTable = ({ rows }: { rows: readonly ForecastRow[] }) => (
  <Table caption="Forecasts, the soonest to run out first">
    <TableHead>
      <tr>
        <TableHeading>Piece</TableHeading>
        <TableHeading>Half a year, and ahead</TableHeading>
        <TableHeading numeric>Next 4 weeks</TableHeading>
        <TableHeading numeric>Free</TableHeading>
        <TableHeading numeric>Coming</TableHeading>
        <TableHeading numeric>Days of cover</TableHeading>
        <TableHeading>Runs out</TableHeading>
        <TableHeading numeric>Reorder at</TableHeading>
        <TableHeading numeric>Order</TableHeading>
      </tr>
    </TableHead>
    <tbody>
      {rows.map((row) => (
        <TableRow key={row.variantId}>
          <TableCell className="whitespace-normal">
            <Link
              href={`/admin/forecast/${encodeURIComponent(row.sku)}`}
              prefetch={false}
              className="thread-link font-medium"
            >
              {row.title}
            </Link>
            <span className="block text-soft">
              {optionWords(row)} · {row.sku} · {CLASS_WORDS[row.demandClass]}
            </span>
          </TableCell>
          <TableCell>
            <Sparkline row={row} />
          </TableCell>
          <TableCell numeric>{unitsWords(row.weekly.slice(0, 4).reduce((sum, units) => sum + units, 0))}</TableCell>
          <TableCell numeric>{row.free}</TableCell>
          <TableCell numeric>{row.incoming}</TableCell>
          <TableCell numeric>{row.daysOfCover ?? '90+'}</TableCell>
          <TableCell>{row.stockOutOn ? dayWords(row.stockOutOn) : 'not in sight'}</TableCell>
          <TableCell numeric>{row.reorderPoint}</TableCell>
          <TableCell numeric>
            {row.suggested === 0 ? '' : <strong className="text-thread">{row.suggested}</strong>}
          </TableCell>
        </TableRow>
      ))}
    </tbody>
  </Table>
)
