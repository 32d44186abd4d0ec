/** What is known of products beside the catalogue, by place; refreshed while the shop runs. */
export type ItemFacts = {
  /** Working days until a parcel with it leaves the house, from the nearest place that has it. */
  readonly shipDays: Float32Array
  /** 1 where its sizes leave from different places: then each has days of its own. */
  readonly shipVaries: Uint8Array
  /** By place of the variant: the same of it alone; kept where they vary. */
  readonly shipDaysOf: Float32Array
  /** 1 while a markdown is live on it. */
  readonly promoted: Uint8Array
  /** Since when, epoch milliseconds, and by what share of its price; 0 without one. */
  readonly markedAtMs: Float64Array
  readonly markedOff: Float32Array
  /** What its chance is multiplied by for ageing stock with a live markdown: see `ageingLift`. */
  readonly lift: Float32Array
  /** By place of the variant: when it last could be bought again after it could not; epoch milliseconds, 0 for never. */
  readonly backAtMs: Float64Array
  /** Times shown and times opened, by anybody, of late. */
  readonly impressions: Float32Array
  readonly clicks: Float32Array
}

/** Nothing is known yet: neutral values. */
export const blankFacts = (size: number, variants = 0): ItemFacts => ({
  shipDays: new Float32Array(size).fill(1),
  shipVaries: new Uint8Array(size),
  shipDaysOf: new Float32Array(variants).fill(1),
  promoted: new Uint8Array(size),
  markedAtMs: new Float64Array(size),
  markedOff: new Float32Array(size),
  lift: new Float32Array(size).fill(1),
  backAtMs: new Float64Array(variants),
  impressions: new Float32Array(size),
  clicks: new Float32Array(size),
})
