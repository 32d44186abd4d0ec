import { buttons, crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part } from '../ink/part'
import type { LegCut } from './leg-cut'

/** The middle seam and the stitching of the fly. */
export const fly = (c: LegCut): Part => {
  const low = c.crotchY - 36
  return group(
    seam(`M300 ${c.waistY} L300 ${c.crotchY + 4}`),
    stitch(`M318 ${c.waistY + 4} L318 ${low - 30} C318 ${low - 6} 310 ${low + 2} 301 ${low + 6}`),
  )
}

/** Pockets slanting from the waist to the hip. */
export const slantPockets = (c: LegCut): Part =>
  both((path) => {
    const line = `M${300 - c.waist * 0.66} ${c.waistY + 4} C${300 - c.waist * 0.8} ${c.waistY + 40} ${300 - c.hip * 0.9} ${c.waistY + 74} ${c.hip > 130 ? 312 - c.hip : 302 - c.hip} ${c.waistY + (c.hip > 130 ? 84 : 104)}`
    return group(crease(path(line), 4, 0.8), seam(path(line)), stitch(path(line)))
  })

/** Behind: darts and pockets with a welt and a button. */
export const backPockets = (c: LegCut): Part =>
  group(
    seam(`M300 ${c.waistY} L300 ${c.crotchY + 4}`),
    both((path) =>
      group(
        seam(path(`M${300 - c.waist * 0.56} ${c.waistY + 2} L${300 - c.waist * 0.54} ${c.waistY + 46}`), 0.7),
        panel(
          path(
            `M${300 - c.waist * 0.9} ${c.waistY + 62} L${300 - c.waist * 0.24} ${c.waistY + 64} L${300 - c.waist * 0.24} ${c.waistY + 72} L${300 - c.waist * 0.9} ${c.waistY + 70}Z`,
          ),
          { shade: 'none', round: 0.6 },
        ),
        buttons([[300 - c.waist * 0.57, c.waistY + 82]], { r: 4 }),
      ),
    ),
  )

/** One pleat at each side, falling from the band. */
export const pleats = (c: LegCut): Part =>
  both((path) =>
    group(
      crease(path(`M${300 - c.waist * 0.38} ${c.waistY} L${300 - c.waist * 0.44} ${c.waistY + 86}`), 6, 1),
      seam(path(`M${300 - c.waist * 0.38} ${c.waistY} L${300 - c.waist * 0.42} ${c.waistY + 60}`), 0.8),
    ),
  )
