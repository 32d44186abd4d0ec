import type { GarmentPicture } from '../garment-picture'
import { buttons, crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import { lens, symmetric } from '../ink/path'

const waistbandOf = (y: number, waist: number, view: GarmentPicture['view']): Part => {
  const dip = view === 'back' ? 3 : 9
  return group(
    when(
      view === 'front',
      panel(
        symmetric(
          `M300 ${y - 30} C270 ${y - 30} ${312 - waist} ${y - 29} ${304 - waist} ${y - 27} L${306 - waist} ${y - 12} L300 ${y - 6}`,
        ),
        { cloth: 'inside', shade: 'none', round: 1.2 },
      ),
    ),
    panel(
      symmetric(
        `M300 ${y - 28 + dip} C${300 - waist * 0.4} ${y - 28 + dip} ${300 - waist * 0.8} ${y - 27} ${302 - waist} ${y - 29} L${299 - waist} ${y} C${300 - waist * 0.6} ${y + 5} ${300 - waist * 0.3} ${y + dip} 300 ${y + dip}`,
      ),
      { grain: 90, round: 0.5, lifted: true },
    ),
  )
}

/** A flared midi skirt falling in soft godets. */
export const skirtMidi = (spec: GarmentPicture): Part => {
  const [y, low] = [140, 676]
  const hem = `C150 ${low + 16} 176 ${low - 4} 200 ${low + 8} C226 ${low + 22} 244 ${low - 2} 268 ${low + 10} C284 ${low + 18} 292 ${low + 12} 300 ${low + 10}`
  const godets = [
    [262, 206],
    [282, 258],
    [236, 160],
    [318, 352],
    [346, 412],
    [300, 306],
  ] as const
  return group(
    panel(
      symmetric(
        `M300 ${y} L${300 - 84} ${y} C206 ${y + 60} 176 ${y + 120} 164 ${y + 220} C148 ${y + 340} 132 ${y + 440} 122 ${low - 6} ${hem}`,
      ),
      {
        folds: godets.map(([from, to], i) =>
          lens([from, y + 70 + (i % 3) * 50], [to, low + 10], { bow: (300 - to) * 0.07, width: 13 }),
        ),
        lights: godets.map(([from, to], i) =>
          lens([from + 16, y + 110 + (i % 2) * 60], [to + 24, low + 6], { bow: (300 - to) * 0.06, width: 11 }),
        ),
      },
    ),
    both((path) =>
      stitch(
        path(
          `M124 ${low - 18} C150 ${low + 4} 176 ${low - 16} 200 ${low - 4} C226 ${low + 10} 244 ${low - 14} 268 ${low - 2} C284 ${low + 6} 292 ${low} 300 ${low - 2}`,
        ),
      ),
    ),
    when(spec.view === 'back' || spec.closure === 'zip', seam(`M300 ${y} L300 ${y + 170}`)),
    waistbandOf(y, 84, spec.view),
    when(
      spec.closure === 'buttons' && spec.view === 'front',
      seam(`M312 ${y} L316 ${low + 8}`),
      buttons(
        [170, 250, 330, 410, 490, 570].map((by) => [303, by] as const),
        { r: 6 },
      ),
    ),
  )
}

/** A short A-line skirt with front pockets. */
export const skirtMini = (spec: GarmentPicture): Part => {
  const [y, low] = [226, 566]
  return group(
    panel(
      symmetric(
        `M300 ${y} L188 ${y} C178 ${y + 60} 158 ${y + 110} 148 ${y + 170} C140 ${y + 230} 132 ${y + 290} 126 ${low - 10} C180 ${low + 10} 240 ${low + 14} 300 ${low + 14}`,
      ),
      {
        folds: [
          lens([200, y + 150], [176, low], { bow: 6, width: 12 }),
          lens([262, y + 190], [246, low + 8], { bow: 4, width: 11 }),
          lens([398, y + 130], [420, low], { bow: -6, width: 12 }),
          lens([336, y + 200], [350, low + 8], { bow: -4, width: 10 }),
        ],
        lights: [
          lens([222, y + 120], [202, low], { bow: 6, width: 13 }),
          lens([372, y + 150], [388, low], { bow: -5, width: 11 }),
        ],
      },
    ),
    both((path) =>
      group(
        stitch(path(`M128 ${low - 24} C182 ${low - 6} 240 ${low - 2} 300 ${low - 2}`)),
        seam(path(`M128 ${low - 20} C182 ${low - 2} 240 ${low + 2} 300 ${low + 2}`), 0.3),
      ),
    ),
    spec.view === 'back'
      ? group(
          seam(`M300 ${y} L300 ${low + 12}`),
          both((path) =>
            group(crease(path(`M236 ${y + 2} L232 ${y + 70}`), 4, 0.7), seam(path(`M236 ${y} L233 ${y + 66}`), 0.8)),
          ),
        )
      : group(
          both((path) =>
            group(
              crease(path(`M232 ${y + 4} C226 ${y + 50} 196 ${y + 70} 168 ${y + 76}`), 4, 0.8),
              seam(path(`M232 ${y + 4} C226 ${y + 50} 196 ${y + 70} 168 ${y + 76}`)),
              stitch(path(`M238 ${y + 4} C232 ${y + 56} 198 ${y + 77} 166 ${y + 83}`)),
            ),
          ),
          seam(`M300 ${y} L300 ${low + 12}`),
          stitch(`M306 ${y} L306 ${low + 12}`),
        ),
    waistbandOf(y, 113, spec.view),
    when(spec.view === 'front', buttons([[302, y - 8]], { r: 7 })),
  )
}
