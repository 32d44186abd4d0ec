import { COLOUR_IDS, COLOURS, departmentsShown, type Facet, type ListingQuery } from '@selvedge/core'
import { availableSql } from './available-sql'

/** Collects parameters and answers their places: `$1`, `$2`, … */
export type Bind = (value: unknown) => string

/** The parts of a listing that narrow an offer; each facet's counts leave its own part out. */
export type OfferPart = Facet | 'price'

/** One row per variant of the active products that department, collection and words leave, as the CTE `offer`. */
export function offerSql(query: ListingQuery, bind: Bind): string {
  const families = `unnest(${bind([...COLOUR_IDS])}::text[], ${bind(COLOUR_IDS.map((id) => COLOURS[id].family))}::text[])`
  const free = query.inStock
    ? `JOIN (${availableSql('true')}) free ON free.variant_id = v.id AND free.available > 0`
    : ''
  return `offer AS MATERIALIZED (
    SELECT p.id, p.category, p.garment, p.attributes->>'fabric' AS material, p.popularity, p.published_at,
           b.slug AS brand, b.name AS brand_name, v.size, coalesce(f.family, v.colour) AS colour,
           (SELECT min(price_minor) FROM variant WHERE product_id = p.id) AS price_minor
    FROM product p
    JOIN brand b ON b.id = p.brand_id
    JOIN variant v ON v.product_id = p.id
    LEFT JOIN ${families} f(colour, family) ON f.colour = v.colour
    ${free}
    WHERE ${fixedParts(query, bind).join(' AND ')})`
}

function fixedParts({ department, collection, q }: ListingQuery, bind: Bind): string[] {
  return [
    "p.status = 'active'",
    ...(department ? [`p.department = ANY(${bind(departmentsShown(department))})`] : []),
    ...(collection === undefined
      ? []
      : [
          `p.id IN (SELECT cp.product_id FROM collection_product cp JOIN collection c ON c.id = cp.collection_id
                    WHERE c.slug = ${bind(collection)})`,
        ]),
    ...wordsOf(q).map(
      (word) => `concat_ws(' ', p.title, b.name, p.garment, p.category, p.attributes->>'material',
      (SELECT string_agg(o.values::text, ' ') FROM product_option o WHERE o.product_id = p.id AND o.kind = 'colour'))
      ILIKE ${bind(`%${escaped(word)}%`)}`,
    ),
  ]
}

/** The conditions of a listing on `offer`, without one part. Size, colour and stock meet in one row: one variant has all. */
export function offerConditions(query: ListingQuery, bind: Bind, without?: OfferPart): string {
  const parts: string[] = []
  for (const facet of ['category', 'garment', 'brand', 'colour', 'size', 'material'] as const) {
    const values = query[facet]
    if (facet !== without && values?.length) parts.push(`${facet} = ANY(${bind(values)})`)
  }
  if (without !== 'price') {
    if (query.priceMinMinor !== undefined) parts.push(`price_minor >= ${bind(query.priceMinMinor)}`)
    if (query.priceMaxMinor !== undefined) parts.push(`price_minor <= ${bind(query.priceMaxMinor)}`)
  }
  return parts.length > 0 ? parts.join(' AND ') : 'true'
}

const wordsOf = (q: string | undefined): string[] => (q ?? '').split(/\s+/).filter((word) => word.length > 0)
// A shopper's % and _ are letters.
const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&')
