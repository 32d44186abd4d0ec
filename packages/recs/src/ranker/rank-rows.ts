/** Rows to learn a ranking from: features row-major, and for each row how relevant it is held to be, from 0 to 1. */
export type RankRows = {
  readonly features: number
  readonly x: Float32Array
  readonly relevance: Float32Array
  /** How likely each row was looked at; 1 for all where it is left out. A click then says more than no click. */
  readonly examined?: Float32Array
  /** Scores that trees begin from and mend; the log-odds of the mean where they are left out. */
  readonly offsets?: Float32Array
}

/** Impressions as they were logged: what was shown where, and whether it was clicked. */
export type Impressions = {
  readonly features: number
  readonly x: Float32Array
  /** Place on the page, from 0. */
  readonly positions: Uint8Array
  /** 1 where it was clicked. */
  readonly clicks: Uint8Array
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score))
