import type { ListingAnswer, ListingQuery } from '@selvedge/core'
import { ChipLink } from '@/components/chip'
import { formatMoney } from '@/components/format-money'
import { TextLink } from '@/components/text-link'
import { filterCount, toggleFacet, withInStock, withoutFilters, withPrice } from './change-listing'
import { listingHref, URL_FACETS } from './listing-url'

const CURRENCY = 'EUR'

export type AppliedFilter = { key: string; label: string; without: ListingQuery }

/** Every filter that is set, with the query that lacks just that one. */
export const appliedFilters = (query: ListingQuery, facets: ListingAnswer['facets']): AppliedFilter[] => {
  const applied: AppliedFilter[] = URL_FACETS.flatMap((facet) =>
    (query[facet] ?? []).map((value) => ({
      key: `${facet}:${value}`,
      label: facets[facet].find((known) => known.value === value)?.label ?? value,
      without: toggleFacet(query, facet, value),
    })),
  )
  const { priceMinMinor: min, priceMaxMinor: max } = query
  if (min !== undefined || max !== undefined)
    applied.push({ key: 'price', label: priceWords(min, max), without: withPrice(query, undefined, undefined) })
  if (query.inStock) applied.push({ key: 'in-stock', label: 'In stock', without: withInStock(query, false) })
  return applied
}

const priceWords = (min: number | undefined, max: number | undefined): string => {
  if (min === undefined) return `Up to ${formatMoney(max ?? 0, CURRENCY)}`
  return max === undefined
    ? `From ${formatMoney(min, CURRENCY)}`
    : `${formatMoney(min, CURRENCY)} to ${formatMoney(max, CURRENCY)}`
}

/** The filters that are set, each as a link to the listing without it. */
export const AppliedFilters = ({
  path,
  query,
  facets,
}: {
  path: string
  query: ListingQuery
  facets: ListingAnswer['facets']
}) => {
  if (filterCount(query) === 0) return null
  return (
    <ul aria-label="Filters set" className="flex flex-wrap items-center gap-2">
      {appliedFilters(query, facets).map(({ key, label, without }) => (
        <li key={key}>
          <ChipLink label={label} href={listingHref(path, without)} />
        </li>
      ))}
      <li className="pl-2">
        <TextLink href={listingHref(path, withoutFilters(query))} scroll={false} className="text-note">
          Clear all
        </TextLink>
      </li>
    </ul>
  )
}
