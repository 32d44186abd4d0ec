'use client'

import type { FilteredTotals, StockFilter, StockSums } from '@selvedge/core'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '@/features/product/format-day'
import { trpc } from '@/trpc/client'
import { useCalm } from '../frame/use-calm'
import { useStaffTopic } from '../frame/use-staff-topic'

/** Sums over a whole shop are dear, and while it sells they move all the time. */
const LOOK_EVERY_MS = 10_000

const FIGURES = [
  { figure: 'available', label: 'Available' },
  { figure: 'onHand', label: 'On hand' },
  { figure: 'reserved', label: 'Reserved' },
  { figure: 'allocated', label: 'Allocated' },
  { figure: 'incoming', label: 'Incoming' },
] as const satisfies readonly { figure: keyof StockSums; label: string }[]

const number = new Intl.NumberFormat('en-GB')

/** What all records of the filter add up to, also those that are not on the screen; by place when it is opened. */
export const TotalsLine = ({ filter, first }: { filter: StockFilter; first: FilteredTotals }) => {
  const {
    data: totals,
    isError,
    refetch,
  } = trpc.admin.stock.totals.useQuery(filter, { initialData: first, staleTime: Number.POSITIVE_INFINITY })
  useStaffTopic(
    ['stock', 'supply'],
    useCalm(() => void refetch(), LOOK_EVERY_MS),
  )
  const wordsOf = (figure: keyof StockSums, label: string): string =>
    figure === 'incoming' && filter.sellableBy ? `${label} by ${formatDay(filter.sellableBy)}` : label
  return (
    <section aria-label="Totals of this filter" className="figures border border-rule bg-raised text-note">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-3 py-2">
        <p className="font-medium">
          {number.format(totals.records)} {totals.records === 1 ? 'record' : 'records'}
        </p>
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {FIGURES.map(({ figure, label }) => (
            <div key={figure} className="flex gap-2">
              <dt className="text-soft">{wordsOf(figure, label)}</dt>
              <dd className="font-medium">{number.format(totals[figure])}</dd>
            </div>
          ))}
        </dl>
        {isError ? <p className="text-thread">Not the newest figures: the last question was not answered.</p> : null}
      </div>
      {totals.places.length > 1 ? (
        <details className="border-t border-rule">
          <summary className="min-h-touch cursor-pointer px-3 py-2 text-soft md:min-h-0">
            By place, {totals.places.length} of them
          </summary>
          <Table caption="Totals of this filter by place">
            <TableHead>
              <tr>
                <TableHeading>Place</TableHeading>
                <TableHeading numeric>Records</TableHeading>
                {FIGURES.map(({ figure, label }) => (
                  <TableHeading key={figure} numeric>
                    {wordsOf(figure, label)}
                  </TableHeading>
                ))}
              </tr>
            </TableHead>
            <tbody>
              {totals.places.map((place) => (
                <TableRow key={place.code}>
                  <TableCell>
                    {place.code}, {place.name}
                  </TableCell>
                  <TableCell numeric>{number.format(place.records)}</TableCell>
                  {FIGURES.map(({ figure }) => (
                    <TableCell key={figure} numeric>
                      {number.format(place[figure])}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </tbody>
          </Table>
        </details>
      ) : null}
    </section>
  )
}
