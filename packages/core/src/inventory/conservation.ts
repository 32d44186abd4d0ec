import type { StockEventType } from './events'

/** The terms of rule 5. Opening stock is `received` or `found`, as the ledger has no entry without a kind. */
export const CONSERVATION_TERMS = ['received', 'found', 'returned', 'shipped', 'writtenOff', 'inTransit'] as const
export type ConservationTerm = (typeof CONSERVATION_TERMS)[number]
export type Conservation = Readonly<Record<ConservationTerm, number>>

type Terms = Partial<Record<ConservationTerm, 1 | -1>>

/** What a kind of entry adds to each term per unit. Kinds that are signed are split by their sign. */
const TERMS_OF: Readonly<Partial<Record<StockEventType, Terms>>> = {
  Received: { received: 1 },
  Found: { found: 1 },
  ReturnedRestocked: { returned: 1 },
  ReturnedQuarantined: { returned: 1 },
  ReturnedWrittenOff: { returned: 1, writtenOff: 1 },
  Shipped: { shipped: 1 },
  SoldAtTill: { shipped: 1 },
  WrittenOff: { writtenOff: 1 },
  TransferredOut: { inTransit: 1 },
  TransferredIn: { inTransit: -1 },
  TransferLost: { inTransit: -1, writtenOff: 1 },
}
const SURPLUS: Terms = { found: 1 }
const SHRINKAGE: Terms = { writtenOff: -1 }

export const NOTHING_MOVED: Conservation = {
  received: 0,
  found: 0,
  returned: 0,
  shipped: 0,
  writtenOff: 0,
  inTransit: 0,
}

/** The terms of one entry: the one place that names which kinds of entry make up which term of rule 5. */
export const termsOf = (event: { readonly type: StockEventType; readonly quantity: number }): Terms => {
  if (event.type === 'Adjusted' || event.type === 'Counted') return event.quantity > 0 ? SURPLUS : SHRINKAGE
  return TERMS_OF[event.type] ?? {}
}

/** Adds one entry to the sums. Order does not matter, so a database may sum per kind and sign first. */
export const conserve = (
  sums: Conservation,
  event: { readonly type: StockEventType; readonly quantity: number },
): Conservation => {
  const next = { ...sums }
  const terms = termsOf(event)
  for (const term of CONSERVATION_TERMS) next[term] += (terms[term] ?? 0) * event.quantity
  return next
}

/**
 * Units that rule 5 cannot account for: received + found + returned - (on hand + shipped + written off + in transit).
 * 0 for a SKU over all its records, and for a single record too, as a transfer's two sides are both in transit.
 */
export const conservationGap = (sums: Conservation, onHand: number): number =>
  sums.received + sums.found + sums.returned - (onHand + sums.shipped + sums.writtenOff + sums.inTransit)
