/** Who asks, and on whose trail: written on every event, message and log line. */
export type Origin = {
  /** `shopper:<id>`, `guest:<cart id>`, `staff:<id>`, `system:<function>` */
  readonly actor: string
  readonly correlationId: string
}

/**
 * Kinds of things that make an event happen. Of a `safety-rule` the id is that of the place whose rule it is, of a
 * `backorder` that of the record whose allowance it is.
 */
export const CAUSE_TYPES = [
  'cart',
  'order',
  'order-line',
  'adjustment',
  'seed',
  'expiry',
  'purchase-order',
  'shipment-line',
  'return',
  'transfer',
  'count',
  'import-row',
  'sync',
  'supplier-feed',
  'safety-rule',
  'backorder',
] as const
export type CauseType = (typeof CAUSE_TYPES)[number]

/** What made an event happen, in the field's words: an order line, a return, a count, an import row. */
export type Cause = { readonly type: CauseType; readonly id: string }
