import type { GarmentPicture } from '../garment-picture'
import { buttons, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import type { Point } from '../ink/path'
import { symmetric } from '../ink/path'
import { backNeck, bandCollar, insideNeck, pointCollar } from './collar-parts'
import { bodyFolds } from './fold-sets'
import { chestPocket } from './pocket-parts'
import { sleevePair } from './sleeve'
import { halfBody, hemLine, type TopCut } from './top-cut'

const CUT: TopCut = {
  neckY: 150,
  neck: 50,
  shoulder: 140,
  slope: 30,
  armY: 296,
  chest: 142,
  waistY: 440,
  waist: 136,
  hemY: 618,
  hem: 143,
  drop: 44,
  tail: 42,
}
const OVERSHIRT: TopCut = {
  ...CUT,
  neckY: 146,
  shoulder: 152,
  chest: 156,
  waist: 152,
  hem: 154,
  tail: 14,
  hemY: 604,
  neck: 54,
}
const BLOUSE: TopCut = {
  ...CUT,
  shoulder: 126,
  chest: 132,
  waist: 122,
  hem: 146,
  tail: 0,
  hemY: 590,
  neck: 52,
  drop: 58,
  vNeck: true,
}

const row = (from: number, to: number, count: number, x = 300): Point[] =>
  Array.from({ length: count }, (_, i) => [x, from + ((to - from) * i) / (count - 1)])

const cuffed = (cut: TopCut, spec: GarmentPicture, blouson = 5) =>
  spec.sleeve === 'short' || spec.sleeve === 'elbow' || spec.collar === 'camp'
    ? sleevePair(cut, { end: [300 - cut.shoulder - 38, cut.armY + 34], half: 47, cuff: 0 })
    : sleevePair(cut, { end: [300 - cut.shoulder - 60, 556], half: 28, cuff: 40, blouson, cuffStyle: { grain: 82 } })

const placket = (cut: TopCut, from: number, r = 5.2): Part => {
  const low = cut.hemY - 1
  return group(
    panel(`M285 ${from} L315 ${from} L315 ${low} L285 ${low}Z`, {
      shade: 'none',
      round: 0.35,
      lifted: false,
      outlined: false,
    }),
    seam(`M285 ${from} L285 ${low}`, 0.8),
    seam(`M315 ${from} L315 ${low}`),
    stitch(`M290 ${from} L290 ${low}`),
    stitch(`M310 ${from} L310 ${low}`),
    buttons(row(from + 34, low - 70, 6), { r }),
  )
}

const yokeBack = (cut: TopCut): Part => {
  const y = cut.neckY + cut.slope + 44
  return group(
    seam(`M${300 - cut.shoulder + 12} ${y} C250 ${y + 8} 350 ${y + 8} ${300 + cut.shoulder - 12} ${y}`),
    stitch(`M${300 - cut.shoulder + 12} ${y - 5} C250 ${y + 3} 350 ${y + 3} ${300 + cut.shoulder - 12} ${y - 5}`),
    seam(`M291 ${y + 8} C290 ${y + 120} 284 ${y + 200} 282 ${y + 300}`, 0.5),
    seam(`M309 ${y + 8} C310 ${y + 120} 316 ${y + 200} 318 ${y + 300}`, 0.5),
  )
}

const hems = (cut: TopCut): Part => both((path) => stitch(path(hemLine(cut, 9))))
const shoulders = (cut: TopCut): Part =>
  both((path) =>
    seam(
      path(`M${300 - cut.neck - 8} ${cut.neckY + 18} L${300 - cut.shoulder + 8} ${cut.neckY + cut.slope + 18}`),
      0.6,
    ),
  )

/** A woven shirt with collar, placket, cuffs and curved tails. */
export const shirt = (spec: GarmentPicture): Part => {
  const cut = spec.length === 'long' ? { ...CUT, hemY: 660 } : CUT
  if (spec.view === 'back')
    return group(
      cuffed(cut, spec),
      panel(symmetric(halfBody(cut, 8)), bodyFolds(cut)),
      yokeBack(cut),
      hems(cut),
      backNeck(cut, 'collar'),
    )
  return group(
    cuffed(cut, spec),
    panel(symmetric(halfBody(cut)), bodyFolds(cut)),
    shoulders(cut),
    hems(cut),
    placket(cut, cut.neckY + cut.drop - 6),
    when((spec.pocket ?? 'chest') === 'chest', chestPocket(374, 268, 62, 72)),
    spec.collar === 'band'
      ? bandCollar(cut)
      : pointCollar(cut, spec.collar === 'camp' ? { spread: 64, fall: 74, open: 26 } : {}),
  )
}

/** A heavier shirt worn as a jacket: flap pockets, larger buttons, almost straight hem. */
export const overshirt = (spec: GarmentPicture): Part => {
  const cut = OVERSHIRT
  if (spec.view === 'back')
    return group(
      cuffed(cut, spec, 4),
      panel(symmetric(halfBody(cut, 8)), bodyFolds(cut)),
      yokeBack(cut),
      hems(cut),
      backNeck(cut, 'collar'),
    )
  return group(
    cuffed(cut, spec, 4),
    panel(symmetric(halfBody(cut)), bodyFolds(cut)),
    shoulders(cut),
    hems(cut),
    placket(cut, cut.neckY + cut.drop - 6, 7.5),
    chestPocket(222, 270, 82, 88, true),
    chestPocket(378, 270, 82, 88, true),
    when(spec.pocket === 'patch', chestPocket(214, 452, 96, 104), chestPocket(386, 452, 96, 104)),
    pointCollar(cut, { spread: 44, fall: 62 }),
  )
}

/** A soft blouse: V neckline with a narrow facing, gathered sleeves, straight hem. */
export const blouse = (spec: GarmentPicture): Part => {
  const cut = spec.neckline === 'crew' ? { ...BLOUSE, drop: 26, vNeck: false } : BLOUSE
  const arms = sleevePair(cut, {
    end: [300 - cut.shoulder - 66, 540],
    half: 24,
    cuff: 26,
    blouson: 24,
    full: 12,
    cuffStyle: { grain: 82 },
  })
  const back = spec.view === 'back'
  const y = cut.neckY + cut.drop
  return group(
    when(!back, insideNeck(cut)),
    arms,
    panel(symmetric(halfBody(cut, back ? 10 : cut.drop)), bodyFolds(cut)),
    hems(cut),
    shoulders(cut),
    back
      ? backNeck(cut, 'plain')
      : group(
          seam(`M300 ${y} L300 ${cut.hemY + 8}`),
          stitch(`M306 ${y} L306 ${cut.hemY + 8}`),
          buttons(row(y + 26, cut.hemY - 60, 7), { r: 4 }),
        ),
    when(
      !back,
      both((path) =>
        stitch(
          path(
            `M300 ${y + 9} C${300 - cut.neck * 0.4} ${cut.neckY + cut.drop * 0.68} ${290 - cut.neck} ${cut.neckY + cut.drop * 0.4} ${291 - cut.neck} ${cut.neckY + 3}`,
          ),
        ),
      ),
    ),
  )
}
