/** Days after publication for which a product counts as new in. */
export const NEW_FOR_DAYS = 30

/** Whether a product published at `publishedAtMs` is new at `nowMs` (epoch milliseconds). */
export const isNewAt = (publishedAtMs: number, nowMs: number): boolean =>
  nowMs - publishedAtMs < NEW_FOR_DAYS * 86_400_000
