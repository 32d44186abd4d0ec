import { PLANE, type Point } from '../ink/path'

/** Measures of an upper body, in units of the plane; half widths are from the axis. */
export interface TopCut {
  /** Height and half width of the neck point where shoulder and collar meet. */
  readonly neckY: number
  readonly neck: number
  readonly shoulder: number
  readonly slope: number
  readonly armY: number
  readonly chest: number
  readonly waistY: number
  readonly waist: number
  readonly hemY: number
  readonly hem: number
  /** How deep the front neckline falls below the neck point. */
  readonly drop: number
  /** How far the hem rises at the sides (shirt tails) or falls in the middle. */
  readonly tail?: number
  /** V and wrap necklines run straight. */
  readonly vNeck?: boolean
}

const AXIS = PLANE.width / 2

export const neckPoint = (cut: TopCut): Point => [AXIS - cut.neck, cut.neckY]
export const shoulderPoint = (cut: TopCut): Point => [AXIS - cut.shoulder, cut.neckY + cut.slope]
export const underarmPoint = (cut: TopCut): Point => [AXIS - cut.chest, cut.armY]

/** Left half of the armhole, from shoulder to underarm. */
export const armhole = (cut: TopCut): string => {
  const [sx, sy] = shoulderPoint(cut)
  const [ux, uy] = underarmPoint(cut)
  const rise = uy - sy
  return `C${sx + 15} ${sy + rise * 0.36} ${Math.max(sx, ux) + 15} ${sy + rise * 0.74} ${ux} ${uy}`
}

const neckline = (cut: TopCut, drop: number): string => {
  const [nx, ny] = neckPoint(cut)
  return cut.vNeck && drop > 30
    ? `M${AXIS} ${ny + drop} C${AXIS - cut.neck * 0.4} ${ny + drop * 0.62} ${nx - 2} ${ny + drop * 0.3} ${nx} ${ny}`
    : `M${AXIS} ${ny + drop} C${AXIS - cut.neck * 0.62} ${ny + drop} ${nx + 3} ${ny + drop * 0.62} ${nx} ${ny}`
}

/** Left half of the body from the neckline to the middle of the hem; `drop` overrides the neckline for the back. */
export const halfBody = (cut: TopCut, drop = cut.drop): string => {
  const [sx, sy] = shoulderPoint(cut)
  const [nx, ny] = neckPoint(cut)
  const tail = cut.tail ?? 0
  const midRise = (cut.waistY - cut.armY) * 0.5
  return [
    neckline(cut, drop),
    `C${nx - (nx - sx) * 0.4} ${ny + cut.slope * 0.3} ${nx - (nx - sx) * 0.75} ${ny + cut.slope * 0.62} ${sx} ${sy}`,
    armhole(cut),
    `C${AXIS - cut.chest} ${cut.armY + midRise} ${AXIS - cut.waist} ${cut.waistY - midRise} ${AXIS - cut.waist} ${cut.waistY}`,
    `C${AXIS - cut.waist} ${cut.waistY + 40} ${AXIS - cut.hem} ${cut.hemY - tail - 60} ${AXIS - cut.hem} ${cut.hemY - tail}`,
    tail > 0
      ? `C${AXIS - cut.hem * 0.88} ${cut.hemY - tail * 0.9} ${AXIS - cut.hem * 0.72} ${cut.hemY} ${AXIS - cut.hem * 0.42} ${cut.hemY} L${AXIS} ${cut.hemY}`
      : `C${AXIS - cut.hem * 0.6} ${cut.hemY + 9} ${AXIS - cut.hem * 0.3} ${cut.hemY + 11} ${AXIS} ${cut.hemY + 11}`,
  ].join('')
}

/** Hem line of the left half at `up` above the edge, for bands and stitching. */
export const hemLine = (cut: TopCut, up: number): string => {
  const tail = cut.tail ?? 0
  const y = cut.hemY - up
  return tail > 0
    ? `M${AXIS - cut.hem} ${y - tail} C${AXIS - cut.hem * 0.88} ${y - tail * 0.9} ${AXIS - cut.hem * 0.72} ${y} ${AXIS - cut.hem * 0.42} ${y} L${AXIS} ${y}`
    : `M${AXIS - cut.hem} ${y} C${AXIS - cut.hem * 0.6} ${y + 9} ${AXIS - cut.hem * 0.3} ${y + 11} ${AXIS} ${y + 11}`
}
