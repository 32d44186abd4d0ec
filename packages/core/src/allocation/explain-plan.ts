import type { Considered, LinePlan } from './allocate-line'
import { UNKNOWN_SCORE } from './candidate'
import type { Place } from './place'
import type { AllocationPolicy, AllocationRule } from './policy'

const LENGTH_MAX = 280

const scoreWords = (rule: AllocationRule, score: number): string | undefined => {
  if (score === UNKNOWN_SCORE) return undefined
  if (rule === 'nearest') return score === 0 ? undefined : `${score} km`
  if (rule === 'priority') return `rank ${score}`
  if (rule === 'drain-oldest') return `in since ${new Date(score * 86_400_000).toISOString().slice(0, 10)}`
  return undefined
}

const EXCLUDED = {
  empty: 'nothing to sell',
  'not-whole': 'not enough in one place',
  'not-needed': 'not needed',
} as const

const candidateWords = (one: Considered, code: string): string => {
  const facts = one.scores.flatMap(({ rule, score }) => scoreWords(rule, score) ?? [])
  if (one.kept > 0) facts.push(`keeps ${one.kept}`)
  if (one.excluded !== undefined) facts.push(EXCLUDED[one.excluded])
  if (one.ahead !== undefined) facts.unshift(`${one.ahead} from supply to come`)
  const took = `${one.taken} of ${one.available}`
  return `${code} ${took}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`
}

/**
 * "Why this warehouse", in one line for the ledger entry of a hold: the rules, then every candidate, best first, with
 * what it gave, its scores and what excluded it. Cut at 280 characters, whole candidates at a time.
 */
export const explainPlan = (
  policy: AllocationPolicy,
  plan: LinePlan,
  places: ReadonlyMap<number, Pick<Place, 'code'>>,
): string => {
  const parts = plan.considered.map((one) =>
    candidateWords(one, places.get(one.locationId)?.code ?? `#${one.locationId}`),
  )
  let words = `By ${policy.rules.join(', ')}${policy.split ? '' : ', unsplit'}: `
  for (const [index, part] of parts.entries()) {
    const next = `${index === 0 ? '' : '; '}${part}`
    if (words.length + next.length > LENGTH_MAX - 1) return `${words}…`
    words += next
  }
  return words
}
