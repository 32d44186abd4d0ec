import type { AllocationRule, TriedPlan } from '@selvedge/core'

export const RULE_WORDS: Readonly<Record<AllocationRule, { label: string; note: string }>> = {
  nearest: { label: 'Nearest', note: 'the place with the fewest kilometres to the buyer' },
  'fewest-parcels': { label: 'Fewest parcels', note: 'a place that has it all, and one that sends a parcel anyway' },
  priority: { label: 'Priority', note: 'the order of the places as you set it' },
  'drain-oldest': { label: 'Oldest first', note: 'what has lain longest leaves first' },
  'keep-shop-stock': { label: 'Shops last', note: 'what hangs in a shop is for whoever walks in' },
}

type Candidate = TriedPlan['lines'][number]['considered'][number]

const EXCLUDED = {
  empty: 'nothing to sell',
  'not-whole': 'not enough in one place',
  'not-needed': 'not needed',
} as const

/** What one rule says of a candidate, where it has a figure for people. */
const scoreWords = ({ rule, score }: Candidate['scores'][number]): string | undefined => {
  if (score === Number.MAX_SAFE_INTEGER) return undefined
  if (rule === 'nearest') return `${score} km`
  if (rule === 'priority') return `rank ${score}`
  if (rule === 'drain-oldest') return `in since ${new Date(score * 86_400_000).toISOString().slice(0, 10)}`
  if (rule === 'keep-shop-stock') return score === 0 ? undefined : 'a shop'
  return undefined
}

/** Why a place was taken or left. */
export const candidateWords = (one: Candidate): string =>
  [
    ...one.scores.flatMap((score) => scoreWords(score) ?? []),
    ...(one.kept > 0 ? [`keeps ${one.kept}`] : []),
    ...(one.excluded ? [EXCLUDED[one.excluded]] : []),
  ].join(', ')
