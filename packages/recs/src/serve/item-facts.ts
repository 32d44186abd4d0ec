/** What is known of products beside the catalogue, by place; refreshed while the shop runs. */
export type ItemFacts = {
  /** Probability that a buyer keeps it for its fit, 0 to 1. */
  readonly fit: Float32Array
  /** Days until it leaves the house. */
  readonly shipDays: Float32Array
  /** Margin as a share of the price, 0 to 1; 0.5 where the cost is not known. */
  readonly margin: Float32Array
  /** 1 while a promotion is live on it. */
  readonly promoted: Uint8Array
  /** Times shown in explored slots and elsewhere, and times opened. */
  readonly impressions: Float32Array
  readonly clicks: Float32Array
}

/** Nothing is known yet: neutral values. */
export const blankFacts = (size: number): ItemFacts => ({
  fit: new Float32Array(size).fill(0.9),
  shipDays: new Float32Array(size).fill(1),
  margin: new Float32Array(size).fill(0.5),
  promoted: new Uint8Array(size),
  impressions: new Float32Array(size),
  clicks: new Float32Array(size),
})
