'use client'

import type { ListingAnswer } from '@selvedge/core'
import { classNames } from '@/components/class-names'
import { toggleFacet } from './change-listing'
import { useListingNavigation } from './listing-navigation'

/** Colour families as named swatches: the dye, its name and how many. */
export const ColourFacet = ({ values }: { values: ListingAnswer['facets']['colour'] }) => {
  const { query, go } = useListingNavigation()
  const chosen = query.colour ?? []
  return (
    <ul className="grid grid-cols-2 gap-x-3">
      {values.map(({ value, label, hex, count }) => {
        const selected = chosen.includes(value)
        return (
          <li key={value}>
            <button
              type="button"
              aria-pressed={selected}
              onClick={() => go(toggleFacet(query, 'colour', value))}
              className={classNames(
                'flex min-h-10 w-full items-center gap-2.5 border-b-2 text-left text-small',
                selected ? 'border-thread font-medium text-ink' : 'border-transparent text-ink hover:border-edge',
                count === 0 && !selected && 'text-soft',
              )}
            >
              <span
                aria-hidden="true"
                style={{ backgroundColor: hex ?? 'var(--sunk)' }}
                className="size-5 shrink-0 rounded-full border border-edge"
              />
              <span className="min-w-0 flex-1 truncate">{label}</span>
              <span className="figures text-note font-regular text-soft">
                <span className="sr-only">, </span>
                {count}
                <span className="sr-only"> products</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
