import { degreesOf, type Interactions, itemsOf, transpose } from '../interactions/interactions'
import type { Random } from '../random'
import { bootstrapInterval } from './bootstrap'
import { METRICS } from './metrics'
import type { RankedUsers } from './rank-users'

export type RankingSummary = {
  /** Means over users by `metric_at_k`, with coverage, diversity and cold slices beside them. */
  readonly metrics: Readonly<Record<string, number>>
  /** 95 % bootstrap intervals of recall and NDCG. */
  readonly intervals: Readonly<Record<string, readonly [number, number]>>
}

// Users with this few known items are cold, and so are items with this few known users.
const COLD_USER_MAX = 10
const COLD_ITEM_MAX = 5
const DIVERSITY_USERS = 1_000

/** Everything that is said about one ranking of users. */
export function summarise(
  ranked: RankedUsers,
  known: Interactions,
  heldOut: Interactions,
  random: Random,
): RankingSummary {
  const { k, figures } = ranked
  const metrics: Record<string, number> = {}
  for (const name of METRICS) metrics[`${name}_at_${k}`] = mean(figures[name])
  metrics[`coverage_at_${k}`] = new Set(ranked.lists.flatMap((list) => [...list])).size / known.itemCount
  metrics[`diversity_at_${k}`] = diversityOf(ranked, known)
  Object.assign(metrics, coldFigures(ranked, known, heldOut))
  const interval = (name: 'recall' | 'ndcg'): readonly [number, number] => {
    const { low, high } = bootstrapInterval(figures[name], random)
    return [low, high]
  }
  return { metrics, intervals: { [`recall_at_${k}`]: interval('recall'), [`ndcg_at_${k}`]: interval('ndcg') } }
}

/** Figures of cold users, and the share of cold held-out items that are found. */
function coldFigures({ k, users, lists, figures }: RankedUsers, known: Interactions, heldOut: Interactions) {
  const ofUser = degreesOf(known)
  const ofItem = degreesOf(transpose(known))
  const coldRows = [...users.keys()].filter((row) => (ofUser[users[row] ?? 0] ?? 0) <= COLD_USER_MAX)
  let [found, all] = [0, 0]
  for (const [row, user] of users.entries()) {
    const list = new Set(lists[row])
    for (const item of itemsOf(heldOut, user)) {
      if ((ofItem[item] ?? 0) > COLD_ITEM_MAX) continue
      all++
      if (list.has(item)) found++
    }
  }
  return {
    cold_users: coldRows.length,
    [`cold_user_recall_at_${k}`]: mean(Float64Array.from(coldRows, (row) => figures.recall[row] ?? 0)),
    [`cold_user_ndcg_at_${k}`]: mean(Float64Array.from(coldRows, (row) => figures.ndcg[row] ?? 0)),
    cold_item_interactions: all,
    [`cold_item_recall_at_${k}`]: all === 0 ? 0 : found / all,
  }
}

/** One less the mean cosine of the pairs in a list, by the users they share; over up to 1,000 users evenly apart. */
function diversityOf({ lists }: RankedUsers, known: Interactions): number {
  const byItem = transpose(known)
  const step = Math.max(1, Math.floor(lists.length / DIVERSITY_USERS))
  let [sum, pairs] = [0, 0]
  for (let row = 0; row < lists.length; row += step) {
    const list = lists[row] ?? new Int32Array(0)
    for (let a = 1; a < list.length; a++) {
      for (let b = 0; b < a; b++) {
        sum += cosine(itemsOf(byItem, list[a] ?? 0), itemsOf(byItem, list[b] ?? 0))
        pairs++
      }
    }
  }
  return pairs === 0 ? 0 : 1 - sum / pairs
}

/** Cosine of two ascending lists as sets. */
export function cosine(a: Int32Array, b: Int32Array): number {
  let [at, bt, both] = [0, 0, 0]
  while (at < a.length && bt < b.length) {
    const [left, right] = [a[at] ?? 0, b[bt] ?? 0]
    if (left === right) both++
    if (left <= right) at++
    if (right <= left) bt++
  }
  return both === 0 ? 0 : both / Math.sqrt(a.length * b.length)
}

const mean = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
