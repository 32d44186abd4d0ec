'use client'

import type { ListingQuery } from '@selvedge/core'
import { useEffect } from 'react'
import { record } from './recorder'

const FACETS = ['category', 'garment', 'brand', 'colour', 'size', 'material'] as const
type Chosen = Pick<ListingQuery, 'q' | (typeof FACETS)[number]>

const valuesOf = (query: Chosen): ReadonlySet<string> =>
  new Set(FACETS.flatMap((facet) => (query[facet] ?? []).map((value) => `${facet}:${value}`)))

/** What the last listing of this page's life was asked: who comes back to it has chosen nothing anew. */
let asked: { readonly q: string | undefined; readonly values: ReadonlySet<string> } | undefined

/** Counts searches, and facet values as they are chosen. Draws nothing. */
export const ListingWatch = ({ query, total }: { query: Chosen; total: number }) => {
  useEffect(() => {
    const now = { q: query.q, values: valuesOf(query) }
    const known = asked
    asked = now
    if (now.q && now.q !== known?.q) record({ kind: 'search', query: now.q.slice(0, 120), results: total })
    for (const chosen of now.values) {
      if (known?.values.has(chosen)) continue
      const [facet = '', value = ''] = chosen.split(/:(.*)/s)
      record({ kind: 'facet', facet, value })
    }
  }, [query, total])
  return null
}
