import type { GarmentPicture } from '../garment-picture'
import { buttons, contour, crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part } from '../ink/part'
import { mirror, type Point, symmetric } from '../ink/path'
import { backNeck, insideNeck } from './collar-parts'
import { bodyFolds } from './fold-sets'
import { flapPocket, welt } from './pocket-parts'
import { sleevePair } from './sleeve'
import { halfBody, hemLine, type TopCut } from './top-cut'

const COAT: TopCut = {
  neckY: 96,
  neck: 44,
  shoulder: 124,
  slope: 30,
  armY: 232,
  chest: 130,
  waistY: 390,
  waist: 126,
  hemY: 716,
  hem: 150,
  drop: 150,
  vNeck: true,
}
const BLAZER: TopCut = {
  neckY: 132,
  neck: 46,
  shoulder: 142,
  slope: 28,
  armY: 282,
  chest: 142,
  waistY: 424,
  waist: 126,
  hemY: 628,
  hem: 148,
  drop: 200,
  vNeck: true,
}

const setInSleeves = (cut: TopCut, length: number, half = 32): Part =>
  group(
    sleevePair(cut, { end: [300 - cut.shoulder - 48, length], half, cuff: 0, blouson: 0 }),
    ...([-1, 1] as const).map((side) =>
      buttons(
        [0, 13, 26].map((up): Point => [300 + side * (cut.shoulder + 66 - up * 0.12), length - 16 - up]),
        { r: 4, colour: '#2b241d' },
      ),
    ),
  )

interface LapelCut {
  readonly breakY: number
  readonly width?: number
  /** How far the upper front overlaps the axis where its lapel breaks. */
  readonly overlap?: number
}

/** Collar and notched lapels rolling down to the first button; the wearer's right front lies on top. */
const lapels = (cut: TopCut, { breakY, width = 62, overlap = 4 }: LapelCut): Part => {
  const [nx, ny] = [300 - cut.neck, cut.neckY]
  const notchY = ny + 62
  const lapel = (end: number, breakY: number) =>
    `M${nx + 4} ${ny + 8} L${nx - 14} ${notchY - 6} L${nx - width + 4} ${notchY - 4} C${nx - width + 22} ${notchY + 50} ${end - 44} ${breakY - 48} ${end} ${breakY} ` +
    `C${end - 16} ${breakY - 70} ${nx + 34} ${ny + 80} ${nx + 12} ${ny + 4}Z`
  const collar = `M300 ${ny - 16} C${nx + 26} ${ny - 17} ${nx + 4} ${ny - 10} ${nx - 5} ${ny + 4} C${nx - 12} ${ny + 20} ${nx - 30} ${ny + 40} ${nx - 34} ${notchY - 16} L${nx - 12} ${notchY - 2} C${nx + 2} ${ny + 38} ${nx + 12} ${ny + 20} ${nx + 14} ${ny + 6} C${nx + 26} ${ny + 1} 286 ${ny} 300 ${ny}`
  return group(
    panel(mirror(lapel(300 - overlap * 0.3, breakY - overlap * 0.75)), {
      grain: 16,
      lifted: true,
      shade: 'none',
      round: 0.8,
    }),
    panel(lapel(300 + overlap, breakY), { grain: -16, lifted: true, shade: 'none', round: 0.8 }),
    both((path, side) =>
      panel(path(`${collar}Z`), { grain: side * -34, lifted: true, shade: 'none', round: 0.7, outlined: false }),
    ),
    contour(symmetric(collar)),
  )
}

const backSeams = (cut: TopCut, vent: number): Part =>
  group(
    seam(`M300 ${cut.neckY + 14} L300 ${cut.hemY + 10}`, 0.8),
    crease(`M300 ${cut.hemY - vent} L301 ${cut.hemY + 10}`, 5, 1),
    both((path) =>
      seam(
        path(
          `M${300 - cut.shoulder + 24} ${cut.armY - 40} C${300 - cut.waist * 0.62} ${cut.armY + 40} ${300 - cut.waist * 0.6} ${cut.waistY} ${300 - cut.hem * 0.62} ${cut.hemY + 6}`,
        ),
        0.5,
      ),
    ),
  )

const doubleRow = (top: number, low: number, count: number, apart: number): Point[] =>
  Array.from({ length: count }, (_, i) => top + ((low - top) * i) / (count - 1)).flatMap((y): Point[] => [
    [300 - apart + 14, y],
    [300 + apart + 14, y],
  ])

/** A long coat with notched lapels, single- or double-breasted. */
export const coat = (spec: GarmentPicture): Part => {
  const cut = spec.length === 'crop' ? { ...COAT, hemY: 620, hem: 142 } : COAT
  const arms = setInSleeves(cut, 508)
  if (spec.view === 'back')
    return group(
      arms,
      panel(symmetric(halfBody(cut, 10)), bodyFolds(cut)),
      backSeams(cut, 210),
      backNeck(cut, 'collar'),
    )
  const double = (spec.closure ?? 'double') === 'double'
  const breakY = cut.neckY + 206
  return group(
    insideNeck({ ...cut, drop: 120 }, 6),
    arms,
    panel(symmetric(halfBody(cut)), bodyFolds(cut)),
    crease(`M${double ? 357 : 320} ${breakY} L${double ? 361 : 322} ${cut.hemY + 8}`, 5, 0.9),
    seam(`M${double ? 354 : 318} ${breakY - 6} L${double ? 357 : 319} ${cut.hemY + 9}`),
    flapPocket(218, 452, 70, 3),
    flapPocket(double ? 398 : 382, 452, 58, -3),
    double
      ? buttons(doubleRow(breakY + 16, breakY + 176, 3, 46), { r: 9, colour: '#2b241d' })
      : buttons(
          [breakY + 8, breakY + 88, breakY + 168].map((y): Point => [302, y]),
          { r: 9, colour: '#2b241d' },
        ),
    lapels(cut, { breakY: breakY - 6, width: 66, overlap: double ? 52 : 18 }),
    both((path) => stitch(path(hemLine(cut, 22)))),
  )
}

/** A trench: storm flap, epaulettes, belt with buckle, ten buttons. */
export const trench = (spec: GarmentPicture): Part => {
  const cut = { ...COAT, hem: 164, waist: 116, waistY: 384 }
  const arms = sleevePair(cut, { end: [300 - cut.shoulder - 52, 510], half: 34, cuff: 46, blouson: -2 })
  const y = cut.waistY
  const belt = group(
    panel(
      symmetric(
        `M300 ${y - 6} C250 ${y - 6} 220 ${y - 10} ${298 - cut.waist} ${y - 14} L${297 - cut.waist} ${y + 14} C220 ${y + 20} 250 ${y + 24} 300 ${y + 24}`,
      ),
      { grain: 90, lifted: true, round: 0.8 },
    ),
    stitch(
      symmetric(
        `M300 ${y - 1} C250 ${y - 1} 220 ${y - 5} ${300 - cut.waist} ${y - 9} L${300 - cut.waist} ${y + 9} C220 ${y + 15} 250 ${y + 19} 300 ${y + 19}`,
      ),
    ),
  )
  const epaulettes = both((path) =>
    group(
      panel(
        path(
          `M${300 - cut.shoulder + 2} ${cut.neckY + 30} L${300 - cut.neck - 34} ${cut.neckY + 10} L${300 - cut.neck - 30} ${cut.neckY + 26} L${300 - cut.shoulder + 6} ${cut.neckY + 50}Z`,
        ),
        { lifted: true, shade: 'none', round: 0.6 },
      ),
    ),
  )
  if (spec.view === 'back')
    return group(
      arms,
      panel(symmetric(halfBody(cut, 10)), bodyFolds(cut)),
      backSeams(cut, 240),
      panel(
        symmetric(
          `M300 ${cut.neckY + 14} L${300 - cut.shoulder + 4} ${cut.neckY + cut.slope + 2} C${300 - cut.shoulder + 20} 190 ${300 - cut.shoulder + 24} 210 ${300 - cut.shoulder + 22} 224 C250 246 280 256 300 262`,
        ),
        { lifted: true, shade: 'none', round: 0.5 },
      ),
      belt,
      epaulettes,
      backNeck(cut, 'collar'),
    )
  return group(
    insideNeck({ ...cut, drop: 110 }, 6),
    arms,
    panel(symmetric(halfBody(cut)), bodyFolds(cut)),
    crease(`M358 264 L368 ${cut.hemY + 8}`, 5, 0.9),
    seam(`M355 262 L364 ${cut.hemY + 9}`),
    stitch(`M348 266 L356 ${cut.hemY + 9}`),
    panel(`M244 104 L190 128 C194 170 200 200 206 236 C226 246 246 246 268 232 L276 190Z`, {
      lifted: true,
      shade: 'none',
      round: 0.7,
      grain: 4,
    }),
    stitch('M196 134 C200 174 206 200 211 231 C228 239 244 240 263 228'),
    buttons([...doubleRow(276, 346, 2, 44), ...doubleRow(452, 540, 2, 46)], { r: 8, colour: '#4a3a2a' }),
    welt(204, 500, 222, 438),
    welt(384, 438, 402, 500),
    lapels(cut, { breakY: 262, width: 64, overlap: 54 }),
    epaulettes,
    belt,
    panel(
      `M290 ${y - 12} L332 ${y - 12} L332 ${y + 30} L290 ${y + 30}Z M299 ${y - 3} L299 ${y + 21} L323 ${y + 21} L323 ${y - 3}Z`,
      { cloth: { hex: '#5d4630' }, shade: 'none', round: 0.4, lifted: true },
    ),
    panel(
      `M296 ${y + 20} C286 ${y + 70} 280 ${y + 100} 276 ${y + 150} L302 ${y + 154} C306 ${y + 100} 312 ${y + 66} 318 ${y + 22}Z`,
      { lifted: true, round: 0.7 },
    ),
    both((path) => stitch(path(hemLine(cut, 22)))),
  )
}

/** A single-breasted blazer: two buttons, chest welt, flap pockets. */
export const blazer = (spec: GarmentPicture): Part => {
  const cut = BLAZER
  const arms = setInSleeves(cut, 566)
  if (spec.view === 'back')
    return group(
      arms,
      panel(symmetric(halfBody({ ...cut, tail: 0 }, 10)), bodyFolds(cut)),
      backSeams(cut, 130),
      backNeck(cut, 'collar'),
    )
  const h = cut.hemY
  const front = halfBody(cut).replace(
    /C[^C]*$/,
    `C${300 - cut.hem * 0.7} ${h + 12} ${300 - cut.hem * 0.34} ${h + 12} 262 ${h - 2} C286 ${h - 14} 296 ${h - 50} 300 ${h - 96}`,
  )
  const rightFront = `M300 ${h - 96} C304 ${h - 50} 318 ${h - 14} 338 ${h - 2}`
  return group(
    panel(symmetric(`M300 ${cut.neckY + 60} L262 ${cut.neckY + 60} L262 ${h - 16} L300 ${h - 14}`), {
      cloth: 'inside',
      shade: 'none',
    }),
    insideNeck({ ...cut, drop: 150 }, 6),
    arms,
    panel(symmetric(front), bodyFolds(cut)),
    both((path) =>
      seam(
        path(
          `M${300 - cut.chest + 44} ${cut.armY + 14} C${300 - cut.waist + 42} ${cut.armY + 70} ${300 - cut.waist + 38} ${cut.waistY} ${300 - cut.waist + 32} ${cut.waistY + 66}`,
        ),
        0.55,
      ),
    ),
    crease(`M302 ${cut.neckY + 208} L302 ${h - 96}`, 4, 0.9),
    seam(rightFront, 0.8),
    flapPocket(212, 502, 76, 4),
    flapPocket(388, 502, 76, -4),
    welt(354, 306, 406, 298),
    buttons(
      [
        [304, 376],
        [304, 448],
      ],
      { r: 7.5, colour: '#2b241d' },
    ),
    lapels(cut, { breakY: 364, width: 66, overlap: 4 }),
  )
}
