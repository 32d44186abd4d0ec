import type { GarmentPicture } from '../garment-picture'
import { crease, seam, stitch, zip } from '../ink/lines'
import { panel } from '../ink/panel'
import { both, group, type Part, when } from '../ink/part'
import { lens, symmetric } from '../ink/path'
import { backNeck, insideNeck } from './collar-parts'
import { bodyFolds } from './fold-sets'
import { welt } from './pocket-parts'
import { ribs } from './rib-lines'
import { sleevePair } from './sleeve'
import { halfBody, type TopCut } from './top-cut'

const BOMBER: TopCut = {
  neckY: 158,
  neck: 56,
  shoulder: 146,
  slope: 34,
  armY: 312,
  chest: 154,
  waistY: 440,
  waist: 158,
  hemY: 536,
  hem: 150,
  drop: 34,
}
const PUFFER: TopCut = {
  neckY: 158,
  neck: 58,
  shoulder: 146,
  slope: 32,
  armY: 316,
  chest: 160,
  waistY: 450,
  waist: 160,
  hemY: 600,
  hem: 156,
  drop: 26,
}

const ribBand = (cut: TopCut, depth: number): Part => {
  const [y, w] = [cut.hemY - 4, cut.hem]
  return group(
    panel(
      symmetric(
        `M300 ${y + 11} C${300 - w * 0.3} ${y + 11} ${300 - w * 0.6} ${y + 9} ${299 - w} ${y} L${306 - w} ${y + depth} C${300 - w * 0.6} ${y + depth + 9} ${300 - w * 0.3} ${y + depth + 11} 300 ${y + depth + 11}`,
      ),
      { plain: true, round: 0.8 },
    ),
    ribs({ from: [303 - w, y + 4], to: [297 + w, y + 4], height: depth, sag: 9 }),
  )
}

/** A bomber: zip, ribbed collar, cuffs and hem, slanted pockets. */
export const bomber = (spec: GarmentPicture): Part => {
  const cut = BOMBER
  const arms = sleevePair(cut, {
    end: [300 - cut.shoulder - 52, 560],
    half: 24,
    cuff: 42,
    blouson: 19,
    full: 11,
    cuffStyle: { plain: true },
  })
  const back = spec.view === 'back'
  const y = cut.neckY
  const collar = symmetric(
    `M300 ${y + 4} C272 ${y + 4} 258 ${y + 2} ${302 - cut.neck} ${y - 16} C${296 - cut.neck} ${y - 4} ${294 - cut.neck} ${y + 2} ${293 - cut.neck} ${y + 6} C262 ${y + 40} 284 ${y + 46} 300 ${y + 46}`,
  )
  return group(
    when(!back, insideNeck({ ...cut, neckY: y - 14 }, 8)),
    arms,
    panel(symmetric(halfBody(cut, back ? 12 : cut.drop)), bodyFolds(cut)),
    ribBand(cut, 42),
    back
      ? backNeck(cut, 'rib')
      : group(
          panel(collar, { plain: true, lifted: true, round: 0.7 }),
          ribs({ from: [250, y + 4], to: [350, y + 4], height: 36, sag: 16, step: 6 }),
          zip(`M300 ${y + 22} L300 ${cut.hemY + 48}`, [300, y + 26]),
          both((path) => stitch(path(`M290 ${y + 48} L290 ${cut.hemY}`))),
        ),
    when(!back, welt(204, 470, 232, 400), welt(362, 400, 388, 470)),
    when(back, seam(`M${300 - cut.shoulder + 14} 232 C250 240 350 240 ${300 + cut.shoulder - 14} 232`, 0.6)),
  )
}

/** Rows of quilting: each chamber swells between two seams. */
const chambers = (cut: TopCut, rows: number): { seams: Part; folds: string[]; lights: string[] } => {
  const [top, low] = [cut.neckY + 62, cut.hemY - 12]
  const ys = Array.from({ length: rows }, (_, i) => top + ((low - top) * (i + 1)) / rows)
  const line = (y: number) =>
    `M${300 - cut.chest - 4} ${y - 4} C${300 - cut.chest * 0.5} ${y + 8} ${300 + cut.chest * 0.5} ${y + 8} ${300 + cut.chest + 4} ${y - 4}`
  const step = (low - top) / rows
  return {
    seams: group(...ys.flatMap((y) => [crease(line(y - 1), 7, 0.8), seam(line(y), 0.9)])),
    folds: ys.flatMap((y, i) => [
      lens([300 - cut.chest, y - 6], [300 + cut.chest, y - 6], { bow: 4, width: 17 }),
      ...[-104, -66, -30, 34, 72, 110].map((dx, j) =>
        lens([300 + dx, y + 2], [300 + dx + ((i + j) % 3) * 5 - 5, y - step * 0.45], { bow: 2, width: 5 }),
      ),
    ]),
    lights: ys.map((y) =>
      lens([300 - cut.chest + 16, y - step * 0.68], [300 + cut.chest - 60, y - step * 0.66], { bow: 4, width: 15 }),
    ),
  }
}

const standCollar = (cut: TopCut): Part => {
  const [x, y] = [300 - cut.neck, cut.neckY]
  return group(
    panel(
      symmetric(`M300 ${y - 40} C270 ${y - 40} ${x + 10} ${y - 38} ${x + 6} ${y - 30} L${x + 12} ${y} L300 ${y + 20}`),
      { cloth: 'inside', shade: 'none' },
    ),
    panel(
      symmetric(
        `M300 ${y - 14} C280 ${y - 16} ${x + 16} ${y - 28} ${x + 5} ${y - 38} C${x - 6} ${y - 20} ${x - 12} ${y} ${x - 10} ${y + 10} C${x + 16} ${y + 34} 280 ${y + 40} 300 ${y + 40}`,
      ),
      { lifted: true, round: 1.3 },
    ),
    seam(`M${x + 4} ${y - 12} C${x + 30} ${y + 8} 330 ${y + 8} ${596 - x} ${y - 12}`, 0.8),
  )
}

/** A down jacket quilted in rows. */
export const puffer = (spec: GarmentPicture): Part => {
  const cut = spec.length === 'long' ? { ...PUFFER, hemY: 690 } : PUFFER
  const { seams, folds, lights } = chambers(cut, spec.length === 'long' ? 8 : 6)
  const end = [300 - cut.shoulder - 54, 566] as const
  const arms = sleevePair(cut, { end, half: 34, cuff: 18, blouson: 10, full: 14, bands: 5, cuffStyle: { round: 1.2 } })
  const back = spec.view === 'back'
  return group(
    arms,
    panel(symmetric(halfBody(cut, back ? 10 : cut.drop)), { folds, lights, round: 1.2, within: seams }),
    back ? standCollar({ ...cut, neckY: cut.neckY - 2 }) : standCollar(cut),
    when(
      !back,
      zip(`M300 ${cut.neckY - 8} L300 ${cut.hemY + 8}`, [300, cut.neckY - 6]),
      welt(212, 520, 228, 462),
      welt(366, 462, 382, 520),
    ),
  )
}

/** A quilted vest. */
export const gilet = (spec: GarmentPicture): Part => {
  const cut: TopCut = { ...PUFFER, shoulder: 124, slope: 24, chest: 140, waist: 138, hem: 142, armY: 306, hemY: 606 }
  const quilted = spec.fabric === 'technical' || spec.fabric === 'cotton' || spec.fabric === 'canvas'
  const { seams, folds, lights } = chambers(cut, 6)
  const back = spec.view === 'back'
  const bare = bodyFolds(cut)
  return group(
    when(!back, insideNeck(cut, 6)),
    panel(
      symmetric(halfBody(cut, back ? 10 : cut.drop)),
      quilted ? { folds, lights, round: 1.2, within: seams } : bare,
    ),
    both((path) =>
      stitch(
        path(
          `M${300 - cut.shoulder + 8} ${cut.neckY + cut.slope + 2} C${300 - cut.shoulder + 24} ${cut.neckY + 84} ${300 - cut.chest + 26} ${cut.armY - 30} ${300 - cut.chest + 5} ${cut.armY + 4}`,
        ),
      ),
    ),
    standCollar(cut),
    when(
      !back,
      zip(`M300 ${cut.neckY - 8} L300 ${cut.hemY + 8}`, [300, cut.neckY - 6]),
      welt(206, 520, 222, 456),
      welt(372, 456, 388, 520),
    ),
  )
}
