/** What the load asks of a serving process, and what it is told. Times in milliseconds. */
export type Asked = { readonly n: number; readonly visitor: string }
export type Told =
  | { readonly kind: 'ready'; readonly startMs: number; readonly rssMb: number; readonly engineMb: number }
  | {
      readonly kind: 'answer'
      readonly n: number
      readonly products: number
      readonly profileMs: number
      readonly viewMs: number
      readonly engineMs: number
    }
