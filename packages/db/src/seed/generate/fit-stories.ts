import type { ReturnReason } from '@selvedge/core'
import type { Random } from './random'

/** How a house cuts: what comes back from it, and why, follows from that. */
export type Fit = 'true' | 'small' | 'large'

/** One house in five cuts small, one in seven large; the same house always the same way. */
export const fitOf = (brandId: number): Fit => (brandId % 5 === 2 ? 'small' : brandId % 7 === 3 ? 'large' : 'true')

/** Share of bought pieces that come back. */
export const returnShare = (fit: Fit): number => (fit === 'true' ? 0.07 : 0.19)

const OTHER: readonly ReturnReason[] = [
  'changed-my-mind',
  'not-as-pictured',
  'quality',
  'arrived-damaged',
  'wrong-item',
]

/** Why a piece comes back: mostly its fit where a house cuts off true, a mixed bag elsewhere. */
export const reasonOf = (fit: Fit, random: Random): ReturnReason => {
  if (fit === 'small' && random.chance(0.72)) return 'too-small'
  if (fit === 'large' && random.chance(0.72)) return 'too-large'
  if (random.chance(0.3)) return random.chance(0.5) ? 'too-small' : 'too-large'
  return random.weighted(OTHER, (reason) => (reason === 'changed-my-mind' ? 4 : reason === 'wrong-item' ? 0.5 : 2))
}
