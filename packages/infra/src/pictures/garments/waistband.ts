import type { GarmentPicture } from '../garment-picture'
import { panel } from '../ink/panel'
import { group, type Part, when } from '../ink/part'
import { symmetric } from '../ink/path'
import type { LegCut } from './leg-cut'

/** The band over the legs, with loops for a belt unless it has a drawstring. */
export const waistband = (c: LegCut, view: GarmentPicture['view'], loops = true): Part => {
  const [t, b, w] = [c.waistY - c.band, c.waistY + 2, c.waist]
  const dip = view === 'back' ? 3 : 9
  const loop = (x: number) =>
    panel(`M${x - 4} ${t - 3 + dip * 0.6} L${x + 4} ${t - 3 + dip * 0.6} L${x + 4} ${b + 5} L${x - 4} ${b + 5}Z`, {
      shade: 'none',
      round: 0.3,
      lifted: true,
    })
  return group(
    when(
      view === 'front',
      panel(
        symmetric(
          `M300 ${t - 2} C270 ${t - 2} ${310 - w} ${t - 1} ${303 - w} ${t + 1} L${306 - w} ${t + 14} L300 ${t + 20}`,
        ),
        { cloth: 'inside', shade: 'none', round: 1.2 },
      ),
    ),
    panel(
      symmetric(
        `M300 ${t + dip} C${300 - w * 0.4} ${t + dip} ${300 - w * 0.8} ${t + dip * 0.4} ${302 - w} ${t} L${300 - w} ${b} C${300 - w * 0.7} ${b + 4} ${300 - w * 0.3} ${b + dip * 0.7} 300 ${b + dip * 0.7}`,
      ),
      { grain: 90, round: 0.5, lifted: true },
    ),
    when(
      loops,
      loop(300 - w * 0.56),
      loop(300 + w * 0.56),
      when(view === 'back', loop(300)),
      loop(303 - w + 6),
      loop(297 + w - 6),
    ),
  )
}
