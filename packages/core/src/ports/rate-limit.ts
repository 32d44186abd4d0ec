export type RateRule = { readonly limit: number; readonly windowMs: number }

export type RateAnswer = {
  readonly isAllowed: boolean
  /** Calls left in this window. */
  readonly remaining: number
  /** Until the window ends; what a refused caller is told to wait. */
  readonly resetMs: number
}

/** Counts calls per key in fixed windows that begin with a key's first call, over all processes. */
export type RateLimit = {
  take(key: string, rule: RateRule, cost?: number): Promise<RateAnswer>
}
