/** What is known of products beside the catalogue, by place; refreshed while the shop runs. */
export type ItemFacts = {
  /** Working days until a parcel with it leaves the house, from the nearest place that has it. */
  readonly shipDays: Float32Array
  /** 1 while a markdown is live on it. */
  readonly promoted: Uint8Array
  /** Times shown and times opened, by anybody, of late. */
  readonly impressions: Float32Array
  readonly clicks: Float32Array
}

/** Nothing is known yet: neutral values. */
export const blankFacts = (size: number): ItemFacts => ({
  shipDays: new Float32Array(size).fill(1),
  promoted: new Uint8Array(size),
  impressions: new Float32Array(size),
  clicks: new Float32Array(size),
})
