/** What the load asks of a serving process, and what it is told. Times in milliseconds. */
export type Asked = { readonly kind: 'feed'; readonly n: number; readonly visitor: string } | { readonly kind: 'cpu' }
export type Told =
  | { readonly kind: 'ready'; readonly startMs: number; readonly rssMb: number; readonly engineMb: number }
  | {
      readonly kind: 'answer'
      readonly n: number
      /** None while the news of the stock is late: the shop would fall back on best sellers. */
      readonly products: number
      readonly isPersonal: boolean
      readonly profileMs: number
      readonly viewMs: number
      readonly engineMs: number
    }
  /** Processor time of the process so far. */
  | { readonly kind: 'cpu'; readonly cpuMs: number }
