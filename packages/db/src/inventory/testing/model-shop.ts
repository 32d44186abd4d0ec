import {
  boughtUnits,
  decide,
  EMPTY_STOCK,
  expireDueHolds,
  heldUnits,
  type ReservationPart,
  type StockCommand,
  type StockRecord,
  StockView,
  shareKey,
  variantsOf,
} from '@selvedge/core'
import { STARTING_UNITS, variantOf } from './insert-shops'

const keyOf = (part: ReservationPart): string => `${part.cartId}|${part.reservationId}|${part.recordId}`

/** What the database should hold of one little shop, kept by the pure rules alone. */
export type ModelShop = {
  readonly records: Map<number, StockRecord>
  readonly parts: Map<string, ReservationPart>
  readonly seen: Map<string, number>
}

export const openModelShop = (shop: number): ModelShop => {
  const records = [1, 2].flatMap((sku) =>
    ([1, 2] as const).map((locationId) => {
      const variantId = variantOf(shop, sku)
      const recordId = variantId * 10 + locationId
      return { ...EMPTY_STOCK, version: 1, onHand: STARTING_UNITS[locationId], recordId, variantId, locationId }
    }),
  )
  return { records: new Map(records.map((record) => [record.recordId, record])), parts: new Map(), seen: new Map() }
}

const unitsBy = (parts: readonly ReservationPart[], units: (part: ReservationPart) => number): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const part of parts) {
    for (const [by, who] of [['shopper', part.shopperId] as const, ['address', part.addressKey] as const]) {
      if (who === undefined) continue
      const key = shareKey(by, part.variantId, who)
      sums.set(key, (sums.get(key) ?? 0) + units(part))
    }
  }
  return sums
}

/** What the sweeper should leave: every hold that was due at `now` has ended, and nothing else has moved. */
export const sweepModel = (shop: ModelShop, now: Date): void => {
  const view = viewOf(shop, [...shop.records.values()], now)
  expireDueHolds(view)
  keep(shop, view)
}

const viewOf = (shop: ModelShop, records: readonly StockRecord[], now: Date): StockView => {
  const parts = [...shop.parts.values()]
  return new StockView({
    now,
    records,
    sellingLocations: [1, 2],
    parts,
    heldUnits: unitsBy(parts, heldUnits),
    boughtUnits: unitsBy(parts, boughtUnits),
    seen: shop.seen,
  })
}

const keep = (shop: ModelShop, view: StockView): void => {
  for (const { recordId, event, after } of view.applied) {
    shop.records.set(recordId, after)
    if (event.dedupeKey !== undefined) shop.seen.set(`${recordId}|${event.dedupeKey}`, after.version)
  }
  for (const { part } of view.touchedParts()) shop.parts.set(keyOf(part), part)
}

/** Answers a batch by the rules alone; like the engine it sees the records of the batch's SKUs and no others. */
export const runOnModel = (shop: ModelShop, commands: readonly StockCommand[], now: Date): unknown[] => {
  const skus = new Set(commands.flatMap(variantsOf))
  const records = [...shop.records.values()].filter((record) => skus.has(record.variantId))
  const view = viewOf(shop, records, now)
  expireDueHolds(view)
  const answers = commands.map((command) => decide(view, command))
  keep(shop, view)
  return answers
}
