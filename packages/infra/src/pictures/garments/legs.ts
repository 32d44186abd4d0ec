import { crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import { legFolds } from './fold-sets'
import type { LegCut } from './leg-cut'

/** Both legs with their folds and hems, pressed to a crease when they are `creased`. */
export const legs = (c: LegCut, creased = false): Part =>
  group(
    both((path, side) => {
      const { folds, lights } = legFolds({
        outer: 300 - c.hip,
        inner: 300 - c.knee[1],
        crotchY: c.crotchY,
        kneeY: c.kneeY,
        hemY: c.hemY,
      })
      const kept = creased ? [] : folds
      return panel(path(legPath(c)), { grain: side * -2, folds: kept.map(path), lights: lights.map(path) })
    }),
    both((path) => group(seam(path(hem(c, 16)), 0.45), stitch(path(hem(c, 14))))),
    when(
      creased,
      both((path) => {
        const middle = 300 - (c.hem[0] + c.hem[1]) / 2
        const line = `M${300 - c.waist * 0.55} ${c.waistY + 40} C${300 - c.hip * 0.52} ${c.crotchY} ${middle} ${c.kneeY} ${middle} ${c.hemY}`
        return group(crease(path(line), 5, 0.7), seam(path(line), 0.4))
      }),
    ),
    crease(`M300 ${c.crotchY - 6} C298 ${c.crotchY + 30} 300 ${c.crotchY + 50} 300 ${c.crotchY + 60}`, 7, 0.7),
  )

/** The line of the left hem, so far above its edge. */
export const hem = (c: LegCut, up: number): string =>
  `M${300 - c.hem[0]} ${c.hemY - up} C${300 - c.hem[0] * 0.7} ${c.hemY + 7 - up} ${300 - c.hem[1] - (c.hem[0] - c.hem[1]) * 0.3} ${c.hemY + 7 - up} ${300 - c.hem[1]} ${c.hemY + 2 - up}`

const legPath = (c: LegCut): string => {
  const [ko, ki] = c.knee
  const [ho, hi] = c.hem
  const hipY = c.waistY + (c.crotchY - c.waistY) * 0.66
  return (
    `M301 ${c.waistY} L${300 - c.waist} ${c.waistY} C${300 - c.waist - 8} ${c.waistY + 50} ${300 - c.hip} ${hipY - 50} ${300 - c.hip} ${hipY} ` +
    `C${300 - c.hip - 1} ${hipY + 60} ${300 - ko} ${c.kneeY - 70} ${300 - ko} ${c.kneeY} C${300 - ko} ${c.kneeY + (c.hemY - c.kneeY) * 0.3} ${300 - ho} ${c.hemY - (c.hemY - c.kneeY) * 0.35} ${300 - ho} ${c.hemY} ` +
    `C${300 - ho * 0.7} ${c.hemY + 7} ${300 - hi - (ho - hi) * 0.3} ${c.hemY + 7} ${300 - hi} ${c.hemY + 2} C${300 - hi} ${c.hemY - (c.hemY - c.kneeY) * 0.35} ${300 - ki} ${c.kneeY + (c.hemY - c.kneeY) * 0.3} ${300 - ki} ${c.kneeY} ` +
    `C${300 - ki + 4} ${c.kneeY - 80} 293 ${c.crotchY + 50} 301 ${c.crotchY + 4}Z`
  )
}
