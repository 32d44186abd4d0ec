'use client'

import type { ListingAnswer } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { toggleFacet } from './change-listing'
import { useListingNavigation } from './listing-navigation'

const SHOWN_AT_FIRST = 12

/** Sizes as buttons, smallest first; a shop with shoes and trousers has many, so the rest opens on demand. */
export const SizeFacet = ({ values }: { values: ListingAnswer['facets']['size'] }) => {
  const { query, go } = useListingNavigation()
  const [all, setAll] = useState(false)
  const chosen = query.size ?? []
  const shown = all ? values : values.filter(({ value }, place) => place < SHOWN_AT_FIRST || chosen.includes(value))
  return (
    <>
      <ul className="flex flex-wrap gap-1.5">
        {shown.map(({ value, label, count }) => {
          const selected = chosen.includes(value)
          return (
            <li key={value}>
              <button
                type="button"
                aria-pressed={selected}
                onClick={() => go(toggleFacet(query, 'size', value))}
                className={classNames(
                  'figures flex min-h-touch min-w-touch flex-col items-center justify-center border px-2 text-small text-ink',
                  selected ? 'border-ink shadow-[inset_0_-4px_0_var(--thread)]' : 'border-edge hover:border-ink',
                  count === 0 && !selected && 'border-rule text-soft',
                )}
              >
                <span>
                  <span className="sr-only">Size </span>
                  {label}
                </span>
                <span className="text-label leading-none text-soft">
                  <span className="sr-only">, </span>
                  {count}
                  <span className="sr-only"> products</span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {values.length > SHOWN_AT_FIRST ? (
        <Button tone="bare" size="flush" aria-expanded={all} onClick={() => setAll(!all)} className="mt-2">
          <span className="thread-link">{all ? 'Show fewer' : `Show all ${values.length} sizes`}</span>
        </Button>
      ) : null}
    </>
  )
}
