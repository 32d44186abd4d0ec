import { AWAITED_MAX, type Chosen, type ChosenReason, NEAR_MAX, type ShopperView } from '@selvedge/core'
import type { EngineState, Recommendation, Recommended, ServedReason } from '@selvedge/recs'

/** An engine's answer in the words of the domain: products by id, stock as of now, the shopper's own sizes. */
export function chosenOf(
  state: EngineState,
  titles: ReadonlyMap<string, string>,
  { sizes, wished }: Pick<ShopperView, 'sizes' | 'wished'>,
  { items, next, candidates, versions }: Recommendation,
  stockAsOfMs: number,
): Chosen {
  const awaits = awaitedOf(state, sizes, wished)
  const near = next === undefined ? [] : nearOf(items, next, wished)
  return {
    products: items.map((item) => productOf(state, titles, sizes, item)),
    ...(awaits.length === 0 ? {} : { awaits }),
    ...(near.length === 0 ? {} : { near }),
    candidates,
    stockAsOfMs,
    versions,
  }
}

/** What the shopper wished for before all: a price that falls is what brings it up. */
function nearOf(items: readonly Recommended[], next: readonly number[], wished: ShopperView['wished'] = []) {
  const shown = new Set(items.map(({ productId }) => productId))
  const near = new Set([...wished.map(({ productId }) => productId), ...next])
  return [...near].filter((productId) => !shown.has(productId)).slice(0, NEAR_MAX)
}

/** SKUs of wished pieces in the shopper's sizes, or the ones waited for, that cannot be bought now. */
function awaitedOf({ table, bits }: EngineState, sizes: ShopperView['sizes'], wished: ShopperView['wished'] = []) {
  const { from, skus, sizeCode, sizes: names } = table.variants
  const awaited: string[] = []
  for (const { productId, sku } of wished) {
    const place = table.placeOf(productId)
    if (place < 0) continue
    const mine = sizes.get(table.categories.text(table.category[place] ?? 0))
    for (let at = from[place] ?? 0; at < (from[place + 1] ?? 0); at++) {
      const [name, code] = [skus[at] ?? '', sizeCode[at] ?? 0]
      const isMine = sku === undefined ? (mine?.includes(names.text(code)) ?? true) : sku === name
      if (isMine && !bits.hasSize(place, code)) awaited.push(name)
      if (awaited.length === AWAITED_MAX) return awaited
    }
  }
  return awaited
}

function productOf(
  { table, bits }: EngineState,
  titles: ReadonlyMap<string, string>,
  sizes: ShopperView['sizes'],
  { productId, place, source, score, reason, later, propensity, features }: Recommended,
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
    ...(later === undefined ? {} : { later }),
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
