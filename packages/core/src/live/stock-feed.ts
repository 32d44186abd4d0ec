import type { SkuStock } from './messages'

export type StockChange = { readonly stock: SkuStock; readonly correlationId?: string }

export type StockFeedListener = {
  changed?(change: StockChange): void
  /** The projection has applied everything that was committed before this moment; epoch milliseconds, never ahead of now. */
  ticked?(asOfMs: number): void
  /** Changes may be lost from here on; what was remembered is not known to be true any more. */
  broken?(): void
  /** Listening again: read anew what matters. */
  resumed?(): void
}

/** Changes of availability as the projection publishes them: one subscription a process, any number of listeners. */
export type StockFeed = {
  isUp(): boolean
  /** The answer takes the listener off again. */
  listen(listener: StockFeedListener): () => void
  close(): Promise<void>
}
