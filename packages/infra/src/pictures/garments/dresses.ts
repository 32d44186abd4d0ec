import type { GarmentPicture } from '../garment-picture'
import { buttons, cord, crease, seam, stitch } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import { lens, symmetric } from '../ink/path'
import { backNeck, bandCollar, insideNeck, pointCollar } from './collar-parts'
import { bodyFolds } from './fold-sets'
import { sleevePair } from './sleeve'
import { armhole, neckPoint, shoulderPoint, type TopCut } from './top-cut'

const fallTo = (low: number, hem: number): string[] =>
  [-0.72, -0.36, 0.08, 0.42, 0.74].map((share, i) =>
    lens([300 + share * 62, 360 + (i % 3) * 40], [300 + share * hem, low], { bow: -share * 16, width: 12 }),
  )
const litTo = (low: number, hem: number): string[] =>
  [-0.52, -0.16, 0.26, 0.58].map((share, i) =>
    lens([300 + share * 62, 390 + (i % 2) * 50], [300 + share * hem, low], { bow: -share * 16, width: 11 }),
  )

/** A bias-cut slip dress on thin straps. */
export const dressSlip = (spec: GarmentPicture): Part => {
  const back = spec.view === 'back'
  const low = spec.length === 'crop' ? 560 : 716
  const neck = back ? 'M300 224 C270 222 240 214 216 196' : 'M300 214 C286 190 262 166 240 150'
  const hem = low > 600 ? 142 : 124
  const strap = back ? 'M222 200 C232 160 246 120 252 92' : 'M240 152 C244 130 250 108 252 92'
  return group(
    when(
      !back,
      panel(symmetric('M300 208 C270 206 240 196 222 180 L240 150 C262 166 286 190 300 214'), {
        cloth: 'inside',
        shade: 'none',
      }),
      both((path) => cord(path('M224 184 C232 150 246 116 252 92'), { colour: spec.colourHex, width: 2.4 })),
    ),
    panel(
      symmetric(
        `${neck} C230 168 206 190 198 212 C200 262 220 306 222 350 C220 410 190 450 182 510 C172 590 ${306 - hem} 650 ${300 - hem} ${low - 8} C${300 - hem * 0.6} ${low + 10} ${300 - hem * 0.3} ${low + 6} 300 ${low + 8}`,
      ),
      {
        grain: 0,
        folds: [
          lens([204, 226], [262, 214], { bow: 6, width: 8 }),
          lens([396, 226], [338, 214], { bow: -6, width: 8 }),
          lens([224, 340], [330, 390], { bow: 10, width: 11 }),
          lens([376, 352], [300, 420], { bow: -8, width: 10 }),
          ...fallTo(low, hem),
        ],
        lights: [
          lens([214, 250], [272, 236], { bow: 8, width: 8 }),
          lens([228, 366], [320, 420], { bow: 10, width: 11 }),
          ...litTo(low, hem),
        ],
      },
    ),
    both((path) => cord(path(strap), { colour: spec.colourHex, width: 3.4 })),
    when(
      !back,
      both((path) => stitch(path('M300 222 C286 198 262 174 238 157'))),
    ),
    stitch(
      `M${302 - hem} ${low - 14} C${300 - hem * 0.6} ${low + 4} ${300 + hem * 0.6} ${low + 4} ${298 + hem} ${low - 14}`,
    ),
  )
}

const SHIRT_DRESS: TopCut = {
  neckY: 104,
  neck: 42,
  shoulder: 112,
  slope: 24,
  armY: 222,
  chest: 114,
  waistY: 352,
  waist: 96,
  hemY: 716,
  hem: 152,
  drop: 36,
}
const WRAP: TopCut = { ...SHIRT_DRESS, neck: 48, drop: 190, vNeck: true, waist: 90 }

const dressHalf = (cut: TopCut, neck: string): string => {
  const [nx, ny] = neckPoint(cut)
  const [sx, sy] = shoulderPoint(cut)
  return `${neck} C${nx - 20} ${ny + 6} ${sx + 30} ${sy - 8} ${sx} ${sy}${armhole(cut)} C${300 - cut.chest + 2} ${cut.armY + 50} ${300 - cut.waist} ${cut.waistY - 50} ${300 - cut.waist} ${cut.waistY} C${300 - cut.waist - 14} ${cut.waistY + 80} ${308 - cut.hem} ${cut.hemY - 180} ${300 - cut.hem} ${cut.hemY - 8} C${300 - cut.hem * 0.6} ${cut.hemY + 12} ${300 - cut.hem * 0.3} ${cut.hemY + 8} 300 ${cut.hemY + 10}`
}

const roundNeck = (cut: TopCut, drop: number): string => {
  const [nx, ny] = neckPoint(cut)
  return `M300 ${ny + drop} C${300 - cut.neck * 0.62} ${ny + drop} ${nx + 3} ${ny + drop * 0.6} ${nx} ${ny}`
}

const dressFolds = (cut: TopCut) => {
  const top = bodyFolds({ ...cut, hemY: cut.waistY + 10, waistY: cut.waistY - 40 })
  return {
    folds: [...top.folds.slice(0, 4), ...fallTo(cut.hemY, cut.hem)],
    lights: [...top.lights.slice(0, 2), ...litTo(cut.hemY, cut.hem)],
  }
}

const tieBelt = (cut: TopCut, knotX: number): Part => {
  const y = cut.waistY
  return group(
    panel(
      symmetric(
        `M300 ${y - 4} C260 ${y - 4} 230 ${y - 10} ${300 - cut.waist - 1} ${y - 14} L${299 - cut.waist} ${y + 12} C230 ${y + 16} 260 ${y + 22} 300 ${y + 22}`,
      ),
      { grain: 90, lifted: true, round: 0.7 },
    ),
    panel(
      `M${knotX - 6} ${y + 14} C${knotX - 20} ${y + 70} ${knotX - 22} ${y + 120} ${knotX - 30} ${y + 178} L${knotX - 8} ${y + 182} C${knotX - 4} ${y + 124} ${knotX + 4} ${y + 70} ${knotX + 6} ${y + 16}Z`,
      { lifted: true, round: 0.7 },
    ),
    panel(
      `M${knotX} ${y + 14} C${knotX + 6} ${y + 60} ${knotX + 14} ${y + 100} ${knotX + 16} ${y + 148} L${knotX + 37} ${y + 145} C${knotX + 32} ${y + 96} ${knotX + 20} ${y + 50} ${knotX + 10} ${y + 12}Z`,
      { lifted: true, round: 0.7 },
    ),
    panel(
      `M${knotX - 12} ${y - 8} C${knotX - 2} ${y - 13} ${knotX + 10} ${y - 11} ${knotX + 15} ${y - 4} L${knotX + 14} ${y + 22} C${knotX + 4} ${y + 29} ${knotX - 8} ${y + 27} ${knotX - 13} ${y + 20}Z`,
      { lifted: true, round: 1 },
    ),
  )
}

/** A belted shirt dress, buttoned through. */
export const dressShirt = (spec: GarmentPicture): Part => {
  const cut = spec.length === 'crop' ? { ...SHIRT_DRESS, hemY: 610, hem: 138 } : SHIRT_DRESS
  const arms =
    spec.sleeve === 'short'
      ? sleevePair(cut, { end: [300 - cut.shoulder - 32, cut.armY + 26], half: 37, cuff: 0 })
      : sleevePair(cut, {
          end: [300 - cut.shoulder - 52, 424],
          half: 22,
          cuff: 32,
          blouson: 6,
          cuffStyle: { grain: 82 },
        })
  const back = spec.view === 'back'
  const body = panel(symmetric(dressHalf(cut, roundNeck(cut, back ? 8 : cut.drop))), dressFolds(cut))
  const hem = stitch(
    `M${302 - cut.hem} ${cut.hemY - 20} C${300 - cut.hem * 0.6} ${cut.hemY} ${300 + cut.hem * 0.6} ${cut.hemY} ${298 + cut.hem} ${cut.hemY - 20}`,
  )
  if (back)
    return group(
      arms,
      body,
      hem,
      seam(`M${300 - cut.shoulder + 10} 168 C250 176 350 176 ${300 + cut.shoulder - 10} 168`),
      tieBelt(cut, 300),
      backNeck(cut, 'collar'),
    )
  return group(
    arms,
    body,
    hem,
    seam(`M288 140 L288 ${cut.hemY + 8}`, 0.8),
    seam(`M312 140 L312 ${cut.hemY + 8}`),
    stitch(`M308 140 L308 ${cut.hemY + 8}`),
    buttons(
      [176, 218, 262, 308, 412, 462, 512, 562, 612].filter((y) => y < cut.hemY - 50).map((y) => [300, y] as const),
      { r: 4.6 },
    ),
    tieBelt(cut, 336),
    spec.collar === 'band' ? bandCollar(cut) : pointCollar(cut, { spread: 34, fall: 48 }),
  )
}

/** A wrap dress: crossed fronts, tie at the waist, overlapping skirt. */
export const dressWrap = (spec: GarmentPicture): Part => {
  const cut = WRAP
  const [nx, ny] = neckPoint(cut)
  const arms =
    spec.sleeve === 'short'
      ? sleevePair(cut, { end: [300 - cut.shoulder - 34, cut.armY + 34], half: 42, cuff: 0 })
      : sleevePair(cut, { end: [300 - cut.shoulder - 56, 418], half: 30, cuff: 0, blouson: 8, full: 6 })
  const hem = stitch(
    `M${302 - cut.hem} ${cut.hemY - 18} C${300 - cut.hem * 0.6} ${cut.hemY + 2} ${300 + cut.hem * 0.6} ${cut.hemY + 2} ${298 + cut.hem} ${cut.hemY - 18}`,
  )
  if (spec.view === 'back')
    return group(
      arms,
      panel(symmetric(dressHalf(cut, roundNeck(cut, 12))), dressFolds(cut)),
      seam(`M300 ${ny + 14} L300 ${cut.waistY}`, 0.7),
      hem,
      tieBelt(cut, 300),
      backNeck(cut, 'plain'),
    )
  const edge = `M${600 - nx} ${ny} C${590 - nx} ${ny + 60} 330 ${cut.waistY - 90} 238 ${cut.waistY - 6}`
  return group(
    insideNeck({ ...cut, drop: 120 }, 4),
    arms,
    panel(
      symmetric(
        dressHalf(cut, `M300 ${ny + 150} C${300 - cut.neck * 0.3} ${ny + 110} ${nx + 2} ${ny + 60} ${nx} ${ny}`),
      ),
      dressFolds(cut),
    ),
    panel(
      `${edge} L236 ${cut.waistY + 14} L${300 + cut.waist} ${cut.waistY + 12} C${300 + cut.waist} ${cut.waistY - 50} ${298 + cut.chest} ${cut.armY + 50} ${300 + cut.chest} ${cut.armY} C${300 + cut.chest - 22} ${cut.armY - 40} ${300 + cut.shoulder - 18} ${ny + 66} ${300 + cut.shoulder} ${ny + cut.slope}Z`,
      {
        grain: 14,
        lifted: true,
        shade: 'right',
        folds: [
          lens([392, 240], [270, cut.waistY], { bow: -8, width: 10 }),
          lens([394, 280], [300, cut.waistY + 4], { bow: -6, width: 9 }),
          lens([360, 190], [264, cut.waistY - 20], { bow: -6, width: 7 }),
        ],
        lights: [lens([380, 220], [276, cut.waistY - 20], { bow: -8, width: 9 })],
      },
    ),
    stitch(edge.replace(`${600 - nx} ${ny} `, `${605 - nx} ${ny + 3} `)),
    crease(`M250 ${cut.waistY + 10} C270 ${cut.waistY + 140} 290 ${cut.waistY + 250} 340 ${cut.hemY + 6}`, 8, 1),
    seam(`M246 ${cut.waistY + 10} C266 ${cut.waistY + 140} 286 ${cut.waistY + 250} 336 ${cut.hemY + 8}`),
    hem,
    tieBelt(cut, 236),
  )
}
