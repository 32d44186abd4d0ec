import { degreesOf, type Interactions, itemsOf } from '../interactions/interactions'
import { BestKeeper } from '../models/best'
import type { UserScorer } from '../models/user-scorer'
import { type ListMetrics, listMetrics, METRICS } from './metrics'

/** Lists and figures of every user that has something in the held-out part. */
export type RankedUsers = {
  readonly k: number
  readonly users: Int32Array
  /** The first k of each user's ranking, by place. */
  readonly lists: readonly Int32Array[]
  /** For each metric, the figure of each user in the order of `users`. */
  readonly figures: Readonly<Record<keyof ListMetrics, Float64Array>>
}

export type RankTask = {
  readonly scorer: UserScorer
  /** What the model was trained on: these items are masked, as nobody is recommended what they have. */
  readonly known: Interactions
  readonly heldOut: Interactions
  readonly k: number
  /** Only these users, for a quick look; all by default. */
  readonly users?: Int32Array
}

/** Full ranking: every item of the catalogue is scored for every user, nothing is sampled. */
export function rankUsers({ scorer, known, heldOut, k, users }: RankTask): RankedUsers {
  const degrees = degreesOf(heldOut)
  const asked = (users ?? Int32Array.from(degrees.keys())).filter((user) => (degrees[user] ?? 0) > 0)
  const scores = new Float32Array(known.itemCount)
  const keeper = new BestKeeper(k)
  const column = () => new Float64Array(asked.length)
  const figures = { recall: column(), precision: column(), ndcg: column(), mrr: column(), hr: column(), map: column() }
  const lists: Int32Array[] = []
  for (const [row, user] of asked.entries()) {
    scores.fill(0)
    scorer.score(itemsOf(known, user), user, scores)
    for (const item of itemsOf(known, user)) scores[item] = Number.NaN
    for (let item = 0; item < scores.length; item++) keeper.offer(item, scores[item] ?? 0)
    const list = keeper.take().places
    lists.push(list)
    const figuresOfUser = listMetrics(list, new Set(itemsOf(heldOut, user)), k)
    for (const name of METRICS) figures[name][row] = figuresOfUser[name]
  }
  return { k, users: asked, lists, figures }
}
