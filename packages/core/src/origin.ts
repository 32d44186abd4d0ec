/** Who asks, and on whose trail: written on every event, message and log line. */
export type Origin = {
  /** `shopper:<id>`, `guest:<cart id>`, `staff:<id>`, `system:<function>` */
  readonly actor: string
  readonly correlationId: string
}

/** What made an event happen, in the field's words: an order line, a return, a count, an import row. */
export type Cause = { readonly type: 'cart' | 'order' | 'adjustment' | 'seed' | 'expiry'; readonly id: string }
