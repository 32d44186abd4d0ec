import type { FeedFigure } from '@selvedge/core'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { figuresBySource } from './figures-by-source'
import { percent, sourceWords } from './words'

/** Showings and what came of them: by placement and model, and of each source that brought pieces up. */
export const CameOfIt = ({ figures }: { figures: readonly FeedFigure[] }) => (
  <div className="mt-3">
    <Table caption="Showings and what came of them, by placement, model and source">
      <TableHead>
        <tr>
          <TableHeading>Placement</TableHeading>
          <TableHeading>Model</TableHeading>
          <TableHeading>Source</TableHeading>
          <TableHeading numeric>Shown</TableHeading>
          <TableHeading numeric>Opened</TableHeading>
          <TableHeading numeric>Put in a bag</TableHeading>
          <TableHeading numeric>Ordered</TableHeading>
          <TableHeading numeric>Returned</TableHeading>
        </tr>
      </TableHead>
      <tbody>
        {figuresBySource(figures).flatMap(({ all, sources }) => [
          <TableRow key={`${all.placement} ${all.modelVersion}`}>
            <TableCell className="font-medium">{all.placement}</TableCell>
            <TableCell>{all.modelVersion}</TableCell>
            <TableCell>{sources.length > 0 ? 'All' : wordsOf(all.source)}</TableCell>
            <Counts row={all} />
          </TableRow>,
          ...sources.map((row) => (
            <TableRow key={`${row.placement} ${row.modelVersion} ${row.source}`}>
              <TableCell />
              <TableCell />
              <TableCell className="text-soft">{wordsOf(row.source)}</TableCell>
              <Counts row={row} />
            </TableRow>
          )),
        ])}
      </tbody>
    </Table>
  </div>
)

const Counts = ({ row }: { row: FeedFigure }) => (
  <>
    <TableCell numeric>{row.impressions.toLocaleString('en')}</TableCell>
    <TableCell numeric>{rate(row.clicks, row.impressions)}</TableCell>
    <TableCell numeric>{rate(row.adds, row.clicks)}</TableCell>
    <TableCell numeric>{rate(row.orders, row.clicks)}</TableCell>
    <TableCell numeric>{rate(row.returns, row.orders)}</TableCell>
  </>
)

const wordsOf = (source: string): string => (source === 'none' ? 'Not chosen' : sourceWords(source))

const rate = (part: number, whole: number): string => (whole === 0 ? '–' : `${part} (${percent(part / whole)})`)
