import {
  type Conservation,
  conservationGap,
  conserve,
  type LedgerFinding,
  NOTHING_MOVED,
  STOCK_EVENT_TYPES,
  type StockEventType,
  termsOf,
} from '@selvedge/core'

type Sku = { sums: Conservation; onHand: number }

/** Kinds of entry that move units into the shop, out of it or between its places; the others only promise them. */
const MOVES: ReadonlySet<StockEventType> = new Set(
  STOCK_EVENT_TYPES.filter((type) => Object.keys(termsOf({ type, quantity: 1 })).length > 0),
)

/** The laws about all records of a SKU together (rule 5), gathered while streams go by in whatever order. */
export class SkuLaws {
  private readonly skus = new Map<number, Sku>()

  entry(variantId: number, entry: { readonly type: StockEventType; readonly quantity: number }): void {
    if (!MOVES.has(entry.type)) return
    const sku = this.of(variantId)
    sku.sums = conserve(sku.sums, entry)
  }

  level(variantId: number, onHand: number): void {
    this.of(variantId).onHand += onHand
  }

  findings(): LedgerFinding[] {
    return [...this.skus].flatMap(([variantId, { sums, onHand }]): LedgerFinding[] => {
      const gap = conservationGap(sums, onHand)
      const what = [
        ...(gap === 0 ? [] : [`${gap} units are unaccounted for: ${JSON.stringify({ ...sums, onHand })}`]),
        ...(sums.inTransit < 0 ? [`${-sums.inTransit} units came in by transfer that never went out`] : []),
      ]
      return what.map((one) => ({ kind: 'conservation', variantId, what: one }))
    })
  }

  private of(variantId: number): Sku {
    const known = this.skus.get(variantId)
    if (known) return known
    const sku: Sku = { sums: NOTHING_MOVED, onHand: 0 }
    this.skus.set(variantId, sku)
    return sku
  }
}
