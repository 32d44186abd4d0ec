'use client'

import type { FilteredTotals, StockFilter } from '@selvedge/core'
import { formatDay } from '@/features/product/format-day'
import { trpc } from '@/trpc/client'

const POLL_MS = 10_000

const FIGURES = [
  { figure: 'available', label: 'Available' },
  { figure: 'onHand', label: 'On hand' },
  { figure: 'reserved', label: 'Reserved' },
  { figure: 'allocated', label: 'Allocated' },
  { figure: 'incoming', label: 'Incoming' },
] as const satisfies readonly { figure: keyof FilteredTotals; label: string }[]

const number = new Intl.NumberFormat('en-GB')

/** What all records of the filter add up to, also those that are not on the screen. */
export const TotalsLine = ({ filter, first }: { filter: StockFilter; first: FilteredTotals }) => {
  const { data: totals, isError } = trpc.admin.stock.totals.useQuery(filter, {
    initialData: first,
    refetchInterval: POLL_MS,
    staleTime: POLL_MS,
  })
  return (
    <section
      aria-label="Totals of this filter"
      className="figures flex flex-wrap items-baseline gap-x-6 gap-y-1 border border-rule bg-raised px-3 py-2 text-note"
    >
      <p className="font-medium">
        {number.format(totals.records)} {totals.records === 1 ? 'record' : 'records'}
      </p>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {FIGURES.map(({ figure, label }) => (
          <div key={figure} className="flex gap-2">
            <dt className="text-soft">
              {label}
              {figure === 'incoming' && filter.sellableBy ? ` by ${formatDay(filter.sellableBy)}` : null}
            </dt>
            <dd className="font-medium">{number.format(totals[figure])}</dd>
          </div>
        ))}
      </dl>
      {isError ? <p className="text-thread">Not the newest figures: the last question was not answered.</p> : null}
    </section>
  )
}
