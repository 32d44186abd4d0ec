import type { BodyAnswer, WornPiece } from '../fit/size-advice'
import type { Profile } from './profile'
import type { Wearing } from './shopper-view'

/** Evidence of half a piece and less is a piece that came back, or a purchase long ago. */
const EVIDENCE_MIN = 0.5
/** Of one size of one brand so many pieces tell all there is to tell. */
const PIECES_MAX = 3

/**
 * How sizes came out for the person of a profile: what was kept, and what came back as too small or too large. A size
 * told as the usual one counts as a piece that fits, as it does for size advice. Undefined while nothing is known.
 */
export function wearingOf({ sizes }: Pick<Profile, 'sizes'>, body: BodyAnswer = {}): Wearing | undefined {
  const worn = sizes.flatMap(({ size, kept, tooSmall, tooLarge }) => [
    ...pieces(size, 'fit', kept),
    ...pieces(size, 'small', tooSmall),
    ...pieces(size, 'large', tooLarge),
  ])
  const all = body.usualSize === undefined ? worn : [...worn, { size: body.usualSize, outcome: 'fit' as const }]
  return all.length === 0 && Object.keys(body).length === 0 ? undefined : { worn: all, body }
}

function pieces(size: string, outcome: WornPiece['outcome'], evidence: number): Wearing['worn'] {
  if (evidence < EVIDENCE_MIN) return []
  return Array.from({ length: Math.min(PIECES_MAX, Math.round(evidence)) }, () => ({ size, outcome }))
}
