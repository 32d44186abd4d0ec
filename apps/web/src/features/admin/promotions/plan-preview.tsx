'use client'

import type { PlanMarkdown } from '@selvedge/core'
import { keepPreviousData, skipToken } from '@tanstack/react-query'
import { formatMoney } from '@/components/format-money'
import { useSettled } from '@/features/search/use-settled'
import { trpc } from '@/trpc/client'

// Prices of the first zone; a plan is about shares, the examples only show what they come to.
const CURRENCY = 'EUR'
const SETTLE_MS = 300

/** What a plan would mark down if it were live now, with the dearest pieces as examples. */
export const PlanPreview = ({ plan }: { plan: PlanMarkdown | undefined }) => {
  const settled = useSettled(plan, SETTLE_MS)
  const preview = trpc.admin.promotions.preview.useQuery(settled ?? skipToken, {
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (!settled || !preview.data) return null
  const { inScope, marked, examples } = preview.data
  return (
    <section aria-live="polite" className="border-l-4 border-rule pl-3 text-note">
      <p>{marked === inScope ? `All ${inScope} pieces` : `${marked} of ${inScope} pieces`} would be marked down now.</p>
      <ul className="mt-2 flex flex-col gap-1 text-soft">
        {examples.map(({ title, fromMinor, toMinor, stockAgeDays, units }) => (
          <li key={title} className="figures flex flex-wrap justify-between gap-x-4">
            <span>{title}</span>
            <span>
              <s>{formatMoney(fromMinor, CURRENCY)}</s>{' '}
              <span className="text-thread">{formatMoney(toMinor, CURRENCY)}</span> · {units} left · {stockAgeDays} d
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
