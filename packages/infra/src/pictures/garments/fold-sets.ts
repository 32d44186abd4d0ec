import { lens, mirror } from '../ink/path'
import { type TopCut, underarmPoint } from './top-cut'

interface FoldSet {
  readonly folds: readonly string[]
  readonly lights: readonly string[]
}

const bothSides = (left: readonly string[]): string[] =>
  left.flatMap((d, i) => (i % 2 ? [d, mirror(d)] : [mirror(d), d]))

/** How a body falls: drag lines from the underarm, a long fall from the chest, gathers above the hem. */
export const bodyFolds = (cut: TopCut): FoldSet => {
  const [ux, uy] = underarmPoint(cut)
  const w = 300 - cut.waist
  const low = cut.hemY - (cut.tail ?? 0)
  return {
    folds: [
      ...bothSides([
        lens([ux + 4, uy + 6], [ux + 62, uy - 62], { bow: -6, width: 9 }),
        lens([ux + 6, uy + 26], [ux + 92, uy + 4], { bow: 10, width: 9 }),
        lens([w + 6, cut.waistY + 4], [w + 74, cut.waistY + 34], { bow: 6, width: 10 }),
        lens([w + 4, cut.waistY - 36], [w + 58, cut.waistY - 16], { bow: 5, width: 8 }),
        lens([ux + 52, uy + 40], [ux + 40, low - 16], { bow: 9, width: 9 }),
      ]),
      lens([270, cut.waistY + 30], [236, low - 6], { bow: 6, width: 10 }),
      lens([344, cut.waistY - 20], [362, low - 10], { bow: -7, width: 9 }),
    ],
    lights: [
      ...bothSides([
        lens([ux + 20, uy + 8], [ux + 80, uy - 50], { bow: -6, width: 8 }),
        lens([w + 16, cut.waistY - 8], [w + 84, cut.waistY + 16], { bow: 6, width: 9 }),
        lens([ux + 70, uy + 50], [ux + 62, low - 20], { bow: 7, width: 10 }),
      ]),
      lens([286, cut.waistY + 20], [258, low - 10], { bow: 6, width: 9 }),
    ],
  }
}

/** How trouser legs fall: whiskers from the crotch, creases behind the knee, breaks at the hem. Left leg. */
export const legFolds = ({
  outer,
  inner,
  crotchY,
  kneeY,
  hemY,
}: {
  outer: number
  inner: number
  crotchY: number
  kneeY: number
  hemY: number
}): FoldSet => {
  const width = inner - outer
  if (hemY - crotchY < 220)
    return {
      folds: [
        lens([294, crotchY - 8], [outer + width * 0.42, crotchY - 50], { bow: 6, width: 7 }),
        lens([290, crotchY + 14], [outer + width * 0.5, crotchY + 2], { bow: 5, width: 7 }),
        lens([outer + width * 0.3, crotchY + 30], [outer + width * 0.22, hemY], { bow: 5, width: 10 }),
      ],
      lights: [lens([outer + width * 0.46, crotchY - 120], [outer + width * 0.4, hemY - 20], { bow: 4, width: 14 })],
    }
  return {
    folds: [
      lens([296, crotchY - 8], [outer + width * 0.3, crotchY - 52], { bow: 8, width: 8 }),
      lens([292, crotchY + 10], [outer + width * 0.34, crotchY - 6], { bow: 6, width: 8 }),
      lens([outer + 2, crotchY + 60], [outer + width * 0.6, crotchY + 40], { bow: 5, width: 7 }),
      lens([inner - 4, kneeY - 14], [outer + width * 0.4, kneeY + 6], { bow: 5, width: 9 }),
      lens([outer + 4, kneeY + 22], [outer + width * 0.62, kneeY + 34], { bow: 5, width: 8 }),
      lens([inner - 4, hemY - 60], [outer + width * 0.35, hemY - 40], { bow: 5, width: 8 }),
      lens([outer + 4, hemY - 30], [outer + width * 0.6, hemY - 22], { bow: 4, width: 7 }),
    ],
    lights: [
      lens([outer + width * 0.42, crotchY + 20], [outer + width * 0.44, kneeY - 20], { bow: 2, width: 13 }),
      lens([outer + width * 0.45, kneeY + 30], [outer + width * 0.45, hemY - 70], { bow: -2, width: 11 }),
      lens([inner - 6, kneeY - 34], [outer + width * 0.4, kneeY - 12], { bow: 5, width: 8 }),
    ],
  }
}
