'use client'

import type { ListingAnswer } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { FilterCheck } from '@/components/choice'
import { toggleFacet } from './change-listing'
import { useListingNavigation } from './listing-navigation'
import type { UrlFacet } from './listing-url'

const SHOWN_AT_FIRST = 8

/** A facet as a list of check boxes; a long one shows its first values and every chosen one. */
export const ChecklistFacet = ({
  facet,
  values,
}: {
  facet: Exclude<UrlFacet, 'colour' | 'size'>
  values: ListingAnswer['facets'][UrlFacet]
}) => {
  const { query, go } = useListingNavigation()
  const [all, setAll] = useState(false)
  const chosen = query[facet] ?? []
  const shown = all ? values : values.filter(({ value }, place) => place < SHOWN_AT_FIRST || chosen.includes(value))
  return (
    <>
      <ul className="text-ink">
        {shown.map(({ value, label, count }) => (
          <li key={value}>
            <FilterCheck
              name={facet}
              value={value}
              label={label}
              count={count}
              checked={chosen.includes(value)}
              onChange={() => go(toggleFacet(query, facet, value))}
            />
          </li>
        ))}
      </ul>
      {values.length > SHOWN_AT_FIRST ? (
        <Button tone="bare" size="flush" aria-expanded={all} onClick={() => setAll(!all)} className="mt-1">
          <span className="thread-link">{all ? 'Show fewer' : `Show all ${values.length}`}</span>
        </Button>
      ) : null}
    </>
  )
}
