import { degreesOf, type Interaction, type Interactions, interactionsOf } from '../interactions/interactions'
import { popularityScorer } from '../models/popularity'
import type { UserScorer } from '../models/user-scorer'
import { seededRandom, shuffle } from '../random'
import { rankUsers } from './rank-users'
import { temporalSplit } from './splits'

/** An interaction with when it was made, in any unit that grows. */
export type DatedInteraction = Interaction & { readonly time: number }

/** What was known at a moment, and what came after it. */
export type NewestPart = {
  readonly known: Interactions
  readonly newest: Interactions
  readonly knownRows: readonly DatedInteraction[]
}

/** What comes after the moment that four fifths of it all precede is kept back. */
const KNOWN_SHARE = 0.8
const LIST = 20
/** People a judgement looks at: enough for two digits, and the same ones each time. */
const PEOPLE_MAX = 2_000

/** Parts what was done at one moment for everybody, as time does: nothing that came later is known. */
export function newestPart(
  rows: readonly DatedInteraction[],
  size: { readonly userCount: number; readonly itemCount: number },
): NewestPart {
  const { train, heldOut } = temporalSplit(rows, KNOWN_SHARE)
  return { known: interactionsOf(train, size), newest: interactionsOf(heldOut, size), knownRows: train }
}

/** Names and figures of a judgement; empty where nobody came back after the moment. */
export type OfflineFigures = Readonly<Record<string, number>>

/**
 * How well a model of what was known ranks what people took afterwards: full ranking, people who were known alone, with the
 * same list for everybody (by popularity) beside it.
 */
export function judgeOnNewest(
  scorer: UserScorer,
  { known, newest }: Pick<NewestPart, 'known' | 'newest'>,
): OfflineFigures {
  const [before, after] = [degreesOf(known), degreesOf(newest)]
  const back = Int32Array.from(before.keys()).filter((user) => (before[user] ?? 0) > 0 && (after[user] ?? 0) > 0)
  if (back.length === 0) return {}
  const users = shuffle(back, seededRandom(1)).slice(0, PEOPLE_MAX).sort()
  const figuresOf = (of: UserScorer) => rankUsers({ scorer: of, known, heldOut: newest, k: LIST, users }).figures
  const { ndcg, recall } = figuresOf(scorer)
  return {
    [`ndcg_at_${LIST}`]: meanOf(ndcg),
    [`recall_at_${LIST}`]: meanOf(recall),
    [`popular_ndcg_at_${LIST}`]: meanOf(figuresOf(popularityScorer(known)).ndcg),
    people: users.length,
  }
}

const meanOf = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
