'use client'

import { trpc } from '@/trpc/client'
import { ListingForm } from './listing-form'
import { PageForm, type PageRow } from './page-form'
import type { PlanRow } from './placement-frame'
import { PlanForm } from './plan-form'

/** What stands where on the shop's pages; how each placement chooses, and how its answer is composed. */
export const Placements = ({ first, pages }: { first: readonly PlanRow[]; pages: readonly PageRow[] }) => {
  const { data = first } = trpc.admin.placements.list.useQuery(undefined, { initialData: [...first] })
  const { data: drawn = pages } = trpc.admin.placements.pages.useQuery(undefined, {
    initialData: pages.map(({ rails, ...rest }) => ({ ...rest, rails: [...rails] })),
  })
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="on-pages" className="flex flex-col gap-4">
        <h2 id="on-pages" className="font-display text-title">
          What stands on the pages
        </h2>
        <p className="max-w-prose text-small text-soft">
          In this order, below the head of the page. An empty title is the house’s own; strangers read “To begin with”
          over the feed whatever it is called.
        </p>
        {drawn.map((row) => (
          <PageForm key={row.page} row={row} />
        ))}
      </section>
      <section aria-labelledby="how-chosen" className="flex flex-col gap-4">
        <h2 id="how-chosen" className="font-display text-title">
          How it is chosen
        </h2>
        {data.map((row) =>
          row.placement === 'listing' ? (
            <ListingForm key={row.placement} row={row} />
          ) : (
            <PlanForm key={row.placement} row={row} />
          ),
        )}
      </section>
    </div>
  )
}
