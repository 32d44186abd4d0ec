/** The measures of a pair of legs, from waist to hem. */
export interface LegCut {
  readonly waistY: number
  readonly waist: number
  readonly hip: number
  readonly crotchY: number
  readonly kneeY: number
  readonly hemY: number
  /** Outer and inner edge of the left leg at knee and hem, as distances from the axis. */
  readonly knee: readonly [outer: number, inner: number]
  readonly hem: readonly [outer: number, inner: number]
  readonly band: number
}

export const SLIM: LegCut = {
  waistY: 96,
  waist: 93,
  hip: 109,
  crotchY: 300,
  kneeY: 480,
  hemY: 706,
  knee: [112, 26],
  hem: [104, 26],
  band: 30,
}
export const STRAIGHT: LegCut = { ...SLIM, knee: [118, 20], hem: [118, 22] }
export const TAILORED: LegCut = { ...SLIM, knee: [110, 20], hem: [100, 24], band: 28 }
export const WIDE: LegCut = { ...SLIM, waist: 82, hip: 112, knee: [140, 12], hem: [162, 14], band: 30, hemY: 712 }
export const SHORTS: LegCut = {
  waistY: 190,
  waist: 122,
  hip: 146,
  crotchY: 410,
  kneeY: 500,
  hemY: 590,
  knee: [158, 10],
  hem: [164, 14],
  band: 31,
}
