import type { GarmentPicture } from '../garment-picture'
import { buttons, cord, crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import { symmetric } from '../ink/path'
import { legFolds } from './fold-sets'
import { chestPocket } from './pocket-parts'

interface LegCut {
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

const SLIM: LegCut = {
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
const STRAIGHT: LegCut = { ...SLIM, knee: [118, 20], hem: [118, 22] }
const TAILORED: LegCut = { ...SLIM, knee: [110, 20], hem: [100, 24], band: 28 }
const WIDE: LegCut = { ...SLIM, waist: 82, hip: 112, knee: [140, 12], hem: [162, 14], band: 30, hemY: 712 }
const SHORTS: LegCut = {
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

const legs = (c: LegCut, creased = false): Part =>
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

const hem = (c: LegCut, up: number): string =>
  `M${300 - c.hem[0]} ${c.hemY - up} C${300 - c.hem[0] * 0.7} ${c.hemY + 7 - up} ${300 - c.hem[1] - (c.hem[0] - c.hem[1]) * 0.3} ${c.hemY + 7 - up} ${300 - c.hem[1]} ${c.hemY + 2 - up}`

const waistband = (c: LegCut, view: GarmentPicture['view'], loops = true): Part => {
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

const fly = (c: LegCut): Part => {
  const low = c.crotchY - 36
  return group(
    seam(`M300 ${c.waistY} L300 ${c.crotchY + 4}`),
    stitch(`M318 ${c.waistY + 4} L318 ${low - 30} C318 ${low - 6} 310 ${low + 2} 301 ${low + 6}`),
  )
}

const slantPockets = (c: LegCut): Part =>
  both((path) => {
    const line = `M${300 - c.waist * 0.66} ${c.waistY + 4} C${300 - c.waist * 0.8} ${c.waistY + 40} ${300 - c.hip * 0.9} ${c.waistY + 74} ${c.hip > 130 ? 312 - c.hip : 302 - c.hip} ${c.waistY + (c.hip > 130 ? 84 : 104)}`
    return group(crease(path(line), 4, 0.8), seam(path(line)), stitch(path(line)))
  })

const TAN = '#c08040'

/** Five-pocket jeans: rivets, tan stitching, yoke and patch pockets behind. */
export const jeans = (spec: GarmentPicture): Part => {
  const c = STRAIGHT
  const side = both((path) =>
    stitch(
      path(
        `M${306 - c.waist} ${c.waistY + 6} C${300 - c.waist} ${c.waistY + 60} ${306 - c.hip} ${c.waistY + 90} ${306 - c.hip} ${c.waistY + 140}`,
      ),
      TAN,
    ),
  )
  const bandStitch = group(
    stitch(
      `M${306 - c.waist} ${c.waistY - 3} C${300 - c.waist * 0.4} ${c.waistY + 3} ${300 + c.waist * 0.4} ${c.waistY + 3} ${294 + c.waist} ${c.waistY - 3}`,
      TAN,
    ),
  )
  const hems = both((path) => stitch(path(hem(c, 13)), TAN))
  if (spec.view === 'back')
    return group(
      legs(c),
      side,
      hems,
      seam(`M300 ${c.waistY + 44} L300 ${c.crotchY + 4}`),
      stitch(`M304 ${c.waistY + 48} L304 ${c.crotchY - 4}`, TAN),
      both((path) =>
        group(
          seam(path(`M${301 - c.waist - 4} ${c.waistY + 26} L300 ${c.waistY + 46}`)),
          stitch(path(`M${301 - c.waist - 4} ${c.waistY + 31} L300 ${c.waistY + 51}`), TAN),
        ),
      ),
      both((path) =>
        group(
          panel(path('M208 168 L278 174 L276 244 L240 262 L206 238Z'), { shade: 'none', round: 0.5, lifted: true }),
          stitch(path('M212 172 L273 178 L271 241 L240 256 L211 235Z'), TAN),
          stitch(path('M211 204 C226 222 232 206 242 216 C252 206 258 224 272 208'), TAN),
        ),
      ),
      waistband(c, 'back'),
      bandStitch,
      panel(`M352 ${c.waistY - 20} L384 ${c.waistY - 22} L385 ${c.waistY - 2} L353 ${c.waistY}Z`, {
        cloth: { hex: '#a8743f' },
        shade: 'none',
        round: 0.6,
      }),
    )
  return group(
    legs(c),
    side,
    hems,
    fly(c),
    stitch(
      `M323 ${c.waistY + 4} L323 ${c.crotchY - 70} C323 ${c.crotchY - 42} 314 ${c.crotchY - 32} 303 ${c.crotchY - 26}`,
      TAN,
    ),
    both((path) => {
      const mouth = `M${300 - c.waist * 0.42} ${c.waistY + 4} C${300 - c.waist * 0.46} ${c.waistY + 44} ${300 - c.waist * 0.8} ${c.waistY + 58} ${296 - c.waist - 4} ${c.waistY + 56}`
      return group(
        panel(path(`${mouth} L${300 - c.waist} ${c.waistY + 2}Z`), {
          cloth: 'pale',
          shade: 'none',
          round: 1.2,
          outlined: false,
        }),
        seam(path(mouth)),
        stitch(path(mouth), TAN),
      )
    }),
    waistband(c, 'front'),
    bandStitch,
    buttons([[300, c.waistY - 8]], { r: 7, colour: '#b98a55' }),
    buttons(
      [
        [300 - c.waist * 0.46, c.waistY + 12],
        [296 - c.waist + 2, c.waistY + 52],
        [300 + c.waist * 0.46, c.waistY + 12],
        [304 + c.waist - 2, c.waistY + 52],
      ],
      { r: 2.6, colour: '#c9996a' },
    ),
  )
}

const backPockets = (c: LegCut): Part =>
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

/** Chinos: slanted pockets, welts behind, top-stitched fly. */
export const chinos = (spec: GarmentPicture): Part =>
  spec.view === 'back'
    ? group(legs(SLIM), backPockets(SLIM), waistband(SLIM, 'back'))
    : group(
        legs(SLIM),
        fly(SLIM),
        slantPockets(SLIM),
        waistband(SLIM, 'front'),
        buttons([[300, SLIM.waistY - 8]], { r: 6 }),
      )

const pleats = (c: LegCut): Part =>
  both((path) =>
    group(
      crease(path(`M${300 - c.waist * 0.38} ${c.waistY} L${300 - c.waist * 0.44} ${c.waistY + 86}`), 6, 1),
      seam(path(`M${300 - c.waist * 0.38} ${c.waistY} L${300 - c.waist * 0.42} ${c.waistY + 60}`), 0.8),
    ),
  )

/** Tailored trousers with a pressed crease. */
export const tailoredTrousers = (spec: GarmentPicture): Part =>
  spec.view === 'back'
    ? group(legs(TAILORED, true), backPockets(TAILORED), waistband(TAILORED, 'back'))
    : group(
        legs(TAILORED, true),
        fly(TAILORED),
        slantPockets(TAILORED),
        pleats(TAILORED),
        waistband(TAILORED, 'front'),
        seam(`M312 ${TAILORED.waistY - 22} L312 ${TAILORED.waistY + 6}`),
      )

/** Wide trousers: pleats, long fall from the hip. */
export const wideTrousers = (spec: GarmentPicture): Part => {
  const fall = both((path) =>
    group(
      crease(path('M212 300 C200 440 190 560 186 700'), 9, 0.6),
      crease(path('M262 350 C262 480 256 600 252 700'), 8, 0.6),
      crease(path('M170 480 C160 560 156 640 152 700'), 7, 0.5),
    ),
  )
  return spec.view === 'back'
    ? group(legs(WIDE, true), fall, backPockets(WIDE), waistband(WIDE, 'back'))
    : group(
        legs(WIDE, true),
        fall,
        fly(WIDE),
        slantPockets(WIDE),
        pleats(WIDE),
        waistband(WIDE, 'front'),
        buttons([[300, WIDE.waistY - 7]], { r: 6 }),
      )
}

/** Shorts, with a drawstring unless they close with a button. */
export const shorts = (spec: GarmentPicture): Part => {
  const c = SHORTS
  const gathers = [-84, -58, -32, 30, 56, 84].map((dx) =>
    crease(`M${300 + dx} ${c.waistY + 4} L${300 + dx * 1.05} ${c.waistY + 34}`, 4, 0.6),
  )
  if (spec.view === 'back')
    return group(
      legs(c),
      seam(`M300 ${c.waistY} L300 ${c.crotchY + 4}`),
      chestPocket(238, 286, 78, 84),
      chestPocket(362, 286, 78, 84),
      waistband(c, 'back', false),
      ...gathers,
    )
  return group(
    legs(c),
    fly(c),
    slantPockets(c),
    waistband(c, 'front', spec.closure === 'buttons'),
    spec.closure === 'buttons'
      ? buttons([[300, c.waistY - 10]], { r: 7 })
      : group(
          ...gathers,
          cord(`M290 ${c.waistY - 8} C282 ${c.waistY + 30} 286 ${c.waistY + 60} 276 ${c.waistY + 92}`, {
            colour: '#ece6da',
            width: 4,
          }),
          cord(`M310 ${c.waistY - 8} C320 ${c.waistY + 26} 314 ${c.waistY + 54} 324 ${c.waistY + 82}`, {
            colour: '#ece6da',
            width: 4,
          }),
        ),
  )
}
