import type { HttpClient } from '../harness/http-client'
import { answerOf } from '../harness/http-client'

type Facets = Record<'category' | 'brand' | 'colour' | 'size' | 'material', { value: string }[]>
const SORTS = ['relevance', 'newest', 'price-asc', 'price-desc', 'popular'] as const

/** `count` different listings that shoppers could ask for, from the values the shop's own facets offer. */
export const filterCombinations = async (client: HttpClient, count: number): Promise<Record<string, unknown>[]> => {
  const { facets } = answerOf<{ facets: Facets }>(await client.query('shop.listing', {}))
  const pick = (name: keyof Facets, n: number): string | undefined =>
    facets[name][n % Math.max(1, facets[name].length)]?.value
  const seen = new Map<string, Record<string, unknown>>()
  for (let n = 0; seen.size < count; n += 1) {
    const query: Record<string, unknown> = { sort: SORTS[n % SORTS.length] }
    if (n % 2 === 0) query.category = [pick('category', n >> 1)]
    if (n % 3 === 0) query.colour = [pick('colour', Math.floor(n / 3))]
    if (n % 5 === 0) query.size = [pick('size', Math.floor(n / 5))]
    if (n % 7 === 0) query.brand = [pick('brand', Math.floor(n / 7))]
    if (n % 4 === 1) query.inStock = true
    if (n % 11 === 0) query.material = [pick('material', Math.floor(n / 11))]
    if (n % 13 === 0) query.page = 2
    if (n > 40) query.priceMinMinor = 1_000 * (1 + (n % 37))
    seen.set(JSON.stringify(query), query)
  }
  return [...seen.values()]
}
