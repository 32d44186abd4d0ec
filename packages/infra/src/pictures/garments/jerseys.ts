import type { GarmentPicture } from '../garment-picture'
import { buttons, cord, seam, stitch } from '../ink/lines'
import { type PanelStyle, panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import { lens, symmetric } from '../ink/path'
import { backNeck, insideNeck, pointCollar, ribNeck, rollNeck } from './collar-parts'
import { bodyFolds } from './fold-sets'
import { ribs } from './rib-lines'
import { sleevePair } from './sleeve'
import { halfBody, hemLine, type TopCut } from './top-cut'

const TEE: TopCut = {
  neckY: 156,
  neck: 58,
  shoulder: 146,
  slope: 28,
  armY: 300,
  chest: 148,
  waistY: 440,
  waist: 146,
  hemY: 600,
  hem: 149,
  drop: 42,
}
const KNIT: TopCut = {
  neckY: 150,
  neck: 56,
  shoulder: 142,
  slope: 34,
  armY: 306,
  chest: 150,
  waistY: 440,
  waist: 149,
  hemY: 548,
  hem: 143,
  drop: 40,
}
const TANK: TopCut = {
  neckY: 150,
  neck: 66,
  shoulder: 98,
  slope: 12,
  armY: 290,
  chest: 128,
  waistY: 440,
  waist: 120,
  hemY: 598,
  hem: 128,
  drop: 84,
}

const necked = (cut: TopCut, neckline: GarmentPicture['neckline']): TopCut => {
  switch (neckline) {
    case 'v':
      return { ...cut, drop: 96, vNeck: true }
    case 'scoop':
      return { ...cut, drop: 74, neck: cut.neck + 8 }
    case 'boat':
      return { ...cut, drop: 22, neck: cut.neck + 24 }
    case 'roll':
      return { ...cut, drop: 18, neck: cut.neck - 2 }
    case 'crew':
    case undefined:
      return cut
  }
}

/** Stripes of a jersey run around the body. */
const around = (spec: GarmentPicture): PanelStyle => (spec.pattern === 'stripe' ? { grain: 90 } : {})
const shortSleeves = (cut: TopCut, spec: GarmentPicture, cuff = 0): Part =>
  spec.sleeve === 'long'
    ? sleevePair(cut, { end: [300 - cut.shoulder - 58, 552], half: 27, cuff: 0 }, around(spec))
    : sleevePair(
        cut,
        { end: [300 - cut.shoulder - 42, cut.armY + 38], half: 50, cuff, cuffStyle: { plain: true } },
        around(spec),
      )
const hems = (cut: TopCut): Part =>
  both((path) => group(stitch(path(hemLine(cut, 10))), seam(path(hemLine(cut, 14)), 0.35)))

/** A crew-neck T-shirt, or another neckline. */
export const tShirt = (spec: GarmentPicture): Part => {
  const cut = necked(TEE, spec.neckline)
  const back = spec.view === 'back'
  return group(
    when(!back, insideNeck(cut, 4)),
    shortSleeves(cut, spec),
    panel(symmetric(halfBody(cut, back ? 14 : cut.drop)), { ...bodyFolds(cut), ...around(spec) }),
    hems(cut),
    back ? backNeck(cut, 'rib') : ribNeck(cut, 13),
  )
}

/** A sleeveless top. */
export const tankTop = (spec: GarmentPicture): Part => {
  const back = spec.view === 'back'
  const cut = back ? { ...TANK, drop: 50 } : necked(TANK, spec.neckline)
  return group(
    when(!back, insideNeck(cut, 2)),
    panel(symmetric(halfBody(cut)), { ...bodyFolds(cut), ...around(spec) }),
    hems(cut),
    ribNeck(cut, 8),
    both((path) =>
      stitch(
        path(
          `M${300 - cut.shoulder + 8} ${cut.neckY + cut.slope + 2} C${300 - cut.shoulder + 24} ${cut.neckY + 68} ${300 - cut.chest + 42} ${cut.armY - 20} ${300 - cut.chest + 4} ${cut.armY + 8}`,
        ),
      ),
    ),
  )
}

/** A polo: soft collar, short button stand, ribbed sleeves. */
export const polo = (spec: GarmentPicture): Part => {
  const cut = { ...TEE, neck: 52, drop: 40 }
  const knit: Part = shortSleeves(cut, spec, 17)
  if (spec.view === 'back')
    return group(
      knit,
      panel(symmetric(halfBody(cut, 8)), { ...bodyFolds(cut), ...around(spec) }),
      hems(cut),
      backNeck(cut, 'collar'),
    )
  const top = cut.neckY + 28
  return group(
    knit,
    panel(symmetric(halfBody(cut)), { ...bodyFolds(cut), ...around(spec) }),
    hems(cut),
    panel(`M286 ${top} L314 ${top} L314 ${top + 118} L286 ${top + 118}Z`, { shade: 'none', round: 0.35, plain: true }),
    stitch(`M290 ${top} L290 ${top + 113} L310 ${top + 113} L310 ${top}`),
    buttons(
      [
        [300, top + 46],
        [300, top + 88],
      ],
      { r: 5 },
    ),
    pointCollar(cut, { spread: 46, fall: 60, open: 6 }),
  )
}

const knitSleeves = (cut: TopCut, spec: GarmentPicture, full = 6): Part =>
  group(
    sleevePair(
      cut,
      { end: [300 - cut.shoulder - 58, 560], half: 24, cuff: 46, blouson: 11, full, cuffStyle: { plain: true } },
      around(spec),
    ),
  )

const knitHem = (cut: TopCut, depth: number): Part => {
  const y = cut.hemY - 3
  const w = cut.hem
  return group(
    panel(
      symmetric(
        `M300 ${y + 10} C${300 - w * 0.3} ${y + 10} ${300 - w * 0.6} ${y + 8} ${300 - w - 1} ${y} C${300 - w + 2} ${y + depth * 0.5} ${300 - w + 7} ${y + depth * 0.8} ${300 - w + 8} ${y + depth} C${300 - w * 0.6} ${y + depth + 9} ${300 - w * 0.3} ${y + depth + 11} 300 ${y + depth + 11}`,
      ),
      { plain: true, round: 0.8 },
    ),
    ribs({ from: [300 - w + 4, y + 4], to: [300 + w - 4, y + 4], height: depth, sag: 9 }),
  )
}

/** A knitted jumper with ribbed neck, cuffs and hem. */
export const knitJumper = (spec: GarmentPicture): Part => {
  const cut = necked(KNIT, spec.neckline)
  const back = spec.view === 'back'
  const roll = spec.neckline === 'roll'
  return group(
    when(!back && !roll, insideNeck(cut, 6)),
    knitSleeves(cut, spec),
    panel(symmetric(halfBody(cut, back || roll ? 14 : cut.drop)), { ...bodyFolds(cut), ...around(spec) }),
    knitHem(cut, 46),
    both((path) =>
      seam(
        path(
          `M${300 - cut.shoulder + 3} ${cut.neckY + cut.slope + 4} C${300 - cut.shoulder + 19} ${cut.neckY + 92} ${300 - cut.chest + 22} ${cut.armY - 34} ${300 - cut.chest + 2} ${cut.armY}`,
        ),
        0.5,
      ),
    ),
    roll ? rollNeck(cut) : back ? backNeck(cut, 'rib') : ribNeck(cut, 20),
  )
}

/** A sweatshirt: the jumper's cut in loopback, with the V stitched below the neck. */
export const sweatshirt = (spec: GarmentPicture): Part => {
  const y = KNIT.neckY + KNIT.drop + 20
  return group(
    knitJumper(spec),
    when(
      spec.view === 'front',
      seam(`M278 ${y - 2} L300 ${y + 30} L322 ${y - 2}`, 0.8),
      stitch(`M283 ${y} L300 ${y + 24} L317 ${y}`),
    ),
  )
}

/** A hoodie: hood lying open, cords, kangaroo pocket. */
export const hoodie = (spec: GarmentPicture): Part => {
  const cut = { ...KNIT, neckY: 172, neck: 60, drop: 46, slope: 32, armY: 322, hemY: 566 }
  const y = cut.neckY
  const back = spec.view === 'back'
  const hoodBack = panel(
    symmetric(
      `M300 ${y - 82} C258 ${y - 84} 226 ${y - 62} 222 ${y - 22} C220 ${y} 226 ${y + 12} 238 ${y + 20} L300 ${y + 40}`,
    ),
    { round: 1.2, folds: [lens([250, y - 40], [240, y + 10], { width: 8 })] },
  )
  const arms = knitSleeves(cut, spec, 8)
  const body = group(
    panel(symmetric(halfBody(cut, back ? 12 : cut.drop)), { ...bodyFolds(cut), ...around(spec) }),
    knitHem(cut, 46),
  )
  if (back)
    return group(
      arms,
      body,
      panel(
        symmetric(
          `M300 ${y - 40} C262 ${y - 42} 226 ${y - 22} 222 ${y + 14} C220 ${y + 60} 262 ${y + 108} 300 ${y + 118}`,
        ),
        {
          lifted: true,
          round: 1.3,
          folds: [
            lens([240, y], [292, y + 90], { bow: 10, width: 10 }),
            lens([360, y], [308, y + 90], { bow: -10, width: 10 }),
          ],
        },
      ),
      seam(`M300 ${y - 40} L300 ${y + 118}`),
    )
  const pale = '#ece6da'
  return group(
    hoodBack,
    panel(
      symmetric(`M300 ${y - 62} C268 ${y - 62} 244 ${y - 44} 242 ${y - 10} C244 ${y + 20} 270 ${y + 50} 300 ${y + 66}`),
      { cloth: 'inside', shade: 'none', round: 1.6 },
    ),
    arms,
    body,
    both((path) =>
      group(
        panel(
          path(
            `M300 ${y + 62} C268 ${y + 50} 246 ${y + 16} 244 ${y - 16} C236 ${y - 6} 228 ${y - 8} 222 ${y - 18} C216 ${y + 16} 236 ${y + 64} 300 ${y + 96}Z`,
          ),
          { lifted: true, shade: 'none' },
        ),
        stitch(path(`M300 ${y + 72} C266 ${y + 58} 240 ${y + 20} 236 ${y - 8}`)),
      ),
    ),
    cord(`M276 ${y + 66} C270 ${y + 104} 274 ${y + 130} 268 ${y + 166}`, { colour: pale, width: 4 }),
    cord(`M324 ${y + 66} C330 ${y + 100} 324 ${y + 128} 330 ${y + 156}`, { colour: pale, width: 4 }),
    panel(symmetric(`M300 452 L238 452 C232 476 212 502 204 522 L204 562 C240 570 270 571 300 571`), {
      shade: 'none',
      round: 0.5,
      lifted: true,
    }),
    both((path) => stitch(path('M234 456 C228 480 210 504 208 526'))),
  )
}

/** A cardigan: V front, knitted button stand, ribs. */
export const cardigan = (spec: GarmentPicture): Part => {
  const cut: TopCut = { ...KNIT, drop: 150, vNeck: true, hemY: spec.length === 'long' ? 640 : 560 }
  if (spec.view === 'back') return knitJumper({ ...spec, neckline: 'crew' })
  const y = cut.neckY
  const low = cut.hemY + 50
  return group(
    insideNeck(cut, 8),
    knitSleeves(cut, spec),
    panel(symmetric(halfBody(cut)), { ...bodyFolds(cut), ...around(spec) }),
    knitHem(cut, 44),
    both((path) =>
      panel(
        path(
          `M${301 - cut.neck} ${y - 4} C${296 - cut.neck} ${y + 50} 262 ${y + 100} 290 ${y + 152} L290 ${low} L312 ${low} L312 ${y + 146} C288 ${y + 96} ${318 - cut.neck} ${y + 44} ${312 - cut.neck} ${y - 2}Z`,
        ),
        { plain: true, shade: 'none', round: 0.5, lifted: true },
      ),
    ),
    buttons(
      [180, 250, 320, 390].map((dy) => [301, y + dy] as const),
      { r: 7 },
    ),
    when(
      spec.pocket === 'patch',
      panel('M196 446 L262 450 L262 530 L196 526Z', { round: 0.5, shade: 'none' }),
      panel('M404 446 L338 450 L338 530 L404 526Z', { round: 0.5, shade: 'none' }),
    ),
  )
}
