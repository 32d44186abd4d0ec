import type { Chosen, ChosenReason, ShopperView } from '@selvedge/core'
import type { EngineState, Recommendation, Recommended, ServedReason } from '@selvedge/recs'

/** An engine's answer in the words of the domain: products by id, stock as of now, the shopper's own sizes. */
export function chosenOf(
  state: EngineState,
  titles: ReadonlyMap<string, string>,
  { sizes }: Pick<ShopperView, 'sizes'>,
  { items, candidates, versions }: Recommendation,
  stockAsOfMs: number,
): Chosen {
  return { products: items.map((item) => productOf(state, titles, sizes, item)), candidates, stockAsOfMs, versions }
}

function productOf(
  { table, bits }: EngineState,
  titles: ReadonlyMap<string, string>,
  sizes: ShopperView['sizes'],
  { productId, place, source, score, reason, propensity, features }: Recommended,
): Chosen['products'][number] {
  const { buyable, total } = bits.sizes(place)
  const mine = sizes.get(table.categories.text(table.category[place] ?? 0))
  const inSizes = mine?.filter((size) => bits.hasSize(place, table.variants.sizes.find(size)))
  return {
    productId,
    source,
    score,
    reason: reasonOf(table.ids, titles, reason),
    stock: { available: bits.units(place), buyableSizes: buyable, totalSizes: total },
    ...(propensity === undefined ? {} : { propensity }),
    ...(features === undefined ? {} : { features }),
    ...(inSizes === undefined ? {} : { inSizes }),
  }
}

function reasonOf(ids: Int32Array, titles: ReadonlyMap<string, string>, reason: ServedReason): ChosenReason {
  switch (reason.code) {
    case 'BOUGHT_WITH':
    case 'LIKED_WITH':
    case 'LIKE_THE':
      return { code: reason.code, productId: ids[reason.place] ?? 0, interest: reason.interest }
    case 'VISITS_LIKE_THIS':
    case 'GOES_WITH':
      return { code: reason.code, productId: ids[reason.place] ?? 0 }
    case 'FROM_COLLECTION':
      return { code: reason.code, slug: reason.slug, title: titles.get(reason.slug) ?? reason.slug }
    default:
      return reason
  }
}
