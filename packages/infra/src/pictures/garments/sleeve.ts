import { crease, seam, stitch } from '../ink/lines'
import { type PanelStyle, panel } from '../ink/panel'
import { both, group, type Part } from '../ink/part'
import { lens, type Point } from '../ink/path'
import { shoulderPoint, type TopCut, underarmPoint } from './top-cut'

export interface SleeveCut {
  /** Middle of the cuff's edge, left sleeve. */
  readonly end: Point
  /** Half width at the cuff's edge. */
  readonly half: number
  /** Length of a cuff or rib measured along the sleeve; 0 for a plain hem. */
  readonly cuff: number
  readonly cuffStyle?: PanelStyle
  /** Fullness at the elbow, added to each side. */
  readonly full?: number
  /** Gathers above the cuff: how much wider the sleeve is there than the cuff. */
  readonly blouson?: number
  /** Rows of quilting across the sleeve. */
  readonly bands?: number
}

type Frame = (along: number, across: number) => string

/** Coordinates of the sleeve: `along` from the cuff's edge up towards the shoulder, `across` outwards. */
const frameOf = ({ end: [ex, ey] }: SleeveCut, from: Point): Frame => {
  const length = Math.hypot(from[0] - ex, from[1] - ey) || 1
  const [ux, uy] = [(from[0] - ex) / length, (from[1] - ey) / length]
  return (along, across) =>
    `${(ex + ux * along + uy * across).toFixed(1)} ${(ey + uy * along - ux * across).toFixed(1)}`
}

/** Both sleeves with their cuffs; they lie behind the body, which is drawn over them. */
export const sleevePair = (cut: TopCut, sleeve: SleeveCut, style: PanelStyle = {}): Part =>
  both((path, side) => {
    const [sx, sy] = shoulderPoint(cut)
    const [ux, uy] = underarmPoint(cut)
    const top: Point = [(sx + ux) / 2, (sy + uy) / 2 - 10]
    const at = frameOf(sleeve, top)
    const length = Math.hypot(top[0] - sleeve.end[0], top[1] - sleeve.end[1])
    const { half, cuff, full = 0, blouson = 0 } = sleeve
    const wide = half + blouson
    const gather = Math.max(0, blouson) * 1.1
    const outerMid = half + (sx - ux + (uy - sy)) * 0.14 + full
    const body =
      `M${sx + 4} ${sy - 2} C${sx - 24} ${sy + 7} ${at(length * 0.86, outerMid + 7)} ${at(length * 0.64, outerMid)} ` +
      `C${at(length * 0.44, outerMid - 6)} ${at(cuff + length * 0.14, wide + 3)} ${at(cuff + gather, wide)} ` +
      `C${at(cuff + gather * 0.3, wide)} ${at(cuff, half + blouson * 0.4)} ${at(cuff, half)} L${at(cuff, -half)} ` +
      `C${at(cuff, -half - blouson * 0.4)} ${at(cuff + gather * 0.3, -wide)} ${at(cuff + gather, -wide)} ` +
      `C${at(cuff + length * 0.16, -wide - 3)} ${at(length * 0.5, -wide - 10 - full)} ${ux + 1} ${uy} ` +
      `L${ux + 46} ${uy - 40} L${sx + 48} ${sy + 8}Z`
    const elbow = length * 0.52
    const folds = [
      lens(pointOf(at(elbow, -wide - 6)), pointOf(at(elbow + 26, wide * 0.5)), { bow: 4, width: 9 }),
      lens(pointOf(at(elbow - 34, -wide)), pointOf(at(elbow - 14, wide * 0.3)), { bow: -3, width: 7 }),
      lens(pointOf(at(length * 0.86, -half)), pointOf(at(elbow + 30, half * 0.7)), { bow: 6, width: 8 }),
      lens(pointOf(at(cuff + 6, wide * 0.2)), pointOf(at(cuff + length * 0.3, wide * 0.5)), { bow: 2, width: 6 }),
    ]
    const lights = [
      lens(pointOf(at(elbow + 12, -wide)), pointOf(at(elbow + 44, wide * 0.6)), { bow: 4, width: 7 }),
      lens(pointOf(at(cuff + 10, wide * 0.5)), pointOf(at(length * 0.6, half * 0.9)), { bow: 2, width: 7 }),
    ]
    const quilting = Array.from({ length: sleeve.bands ?? 0 }, (_, i) => {
      const along = cuff + ((length * 0.98 - cuff) * i) / (sleeve.bands ?? 1)
      return path(`M${at(along, 90)} C${at(along - 12, 30)} ${at(along - 14, -20)} ${at(along - 4, -90)}`)
    })
    const within = group(...quilting.flatMap((line) => [crease(line, 9, 0.9), seam(line, 0.9)]))
    const grain = side * -9
    const cuffPath = `M${at(cuff, half + 1)} L${at(0, half)} C${at(-4, half * 0.4)} ${at(-4, -half * 0.4)} ${at(0, -half)} L${at(cuff, -half - 1)}Z`
    return group(
      panel(path(body), {
        grain: grain + (style.grain ?? 0),
        folds: folds.map(path),
        lights: lights.map(path),
        within,
        ...omitGrain(style),
      }),
      cuff > 0
        ? panel(path(cuffPath), { grain: grain, round: 0.8, ...sleeve.cuffStyle })
        : group(
            stitch(path(`M${at(11, half)} C${at(8, half * 0.4)} ${at(8, -half * 0.4)} ${at(11, -half)}`)),
            seam(path(`M${at(13, half)} C${at(10, half * 0.4)} ${at(10, -half * 0.4)} ${at(13, -half)}`), 0.3),
          ),
    )
  })

const omitGrain = ({ grain: _, ...rest }: PanelStyle): PanelStyle => rest

const pointOf = (pair: string): Point => {
  const [x = 0, y = 0] = pair.split(' ').map(Number)
  return [x, y]
}
