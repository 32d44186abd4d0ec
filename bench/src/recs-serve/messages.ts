/** What the load asks of a serving process, and what it is told: what falls into one moment goes together. Milliseconds. */
export type Asked = { readonly kind: 'feeds'; readonly feeds: readonly Feed[] } | { readonly kind: 'cpu' }
export type Feed = { readonly n: number; readonly visitor: string }
export type Told =
  | { readonly kind: 'ready'; readonly startMs: number; readonly rssMb: number; readonly engineMb: number }
  | { readonly kind: 'answers'; readonly answers: readonly Answered[] }
  /** Processor time of the process so far. */
  | { readonly kind: 'cpu'; readonly cpuMs: number }

export type Answered = {
  readonly n: number
  /** None while the news of the stock is late: the shop would look up what was chosen, which is not measured here. */
  readonly products: number
  readonly isPersonal: boolean
  readonly profileMs: number
  readonly viewMs: number
  readonly engineMs: number
}
