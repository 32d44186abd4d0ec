import { degreesOf, type Interactions, transpose } from '../interactions/interactions'
import { type Best, BestKeeper } from './best'
import { exponentsOf, type GraphFilterOptions, powers } from './filter-exponents'
import { StampedSums } from './stamped-sums'

/**
 * A person's part in a pair is rounded to this share of one. Sums of whole numbers are exact: neither the order in which
 * people were added nor what was replaced since leaves a trace, so a row that was put right is the row counted anew.
 */
const PARTS = 2 ** 30
/** The parts of more people would leave the whole numbers that a double holds. */
const PEOPLE_MAX = 2 ** 23

export type RowOptions = GraphFilterOptions & {
  /** Neighbours kept for an item. */
  readonly neighbours?: number
}

/** All that rows hang on besides the matrix; what was not given is as chosen on validation. */
export const rowSettings = ({ neighbours = 300, ...exponents }: RowOptions) => ({
  neighbours,
  ...exponentsOf(exponents),
  parts: PARTS,
})

/** The filter item by item: what each has in common with others, and the best of them. */
export type FilterRows = {
  readonly kept: number
  bestOf(item: number): Best
  /** Tells every other item that people of this one have as well, with what the two have in common. */
  forCommon(item: number, tell: (other: number, common: number) => void): void
  /** How near `other` stands to `item`, by what they have in common; rounded as it is stored. */
  score(item: number, other: number, common: number): number
}

/** The rows of the graph filter (graph-filter.ts) over a matrix. */
export function createFilterRows(data: Interactions, options: RowOptions = {}): FilterRows {
  if (data.userCount > PEOPLE_MAX) throw new RangeError(`neighbours of ${data.userCount} people: up to ${PEOPLE_MAX}`)
  const { neighbours: kept, source, user, target } = rowSettings(options)
  const byItem = transpose(data)
  const ofSource = powers(degreesOf(byItem), source)
  const ofTarget = powers(degreesOf(byItem), target)
  const partOf = powers(degreesOf(data), user).map((weight) => Math.round(weight * PARTS))
  const sums = new StampedSums(data.itemCount)
  const keeper = new BestKeeper(kept)
  const forCommon: FilterRows['forCommon'] = (item, tell) => {
    sums.begin()
    for (let at = byItem.offsets[item] ?? 0, end = byItem.offsets[item + 1] ?? 0; at < end; at++) {
      const person = byItem.items[at] ?? 0
      const part = partOf[person] ?? 0
      for (let its = data.offsets[person] ?? 0, last = data.offsets[person + 1] ?? 0; its < last; its++) {
        sums.add(data.items[its] ?? 0, part)
      }
    }
    for (let nth = 0; nth < sums.length; nth++) {
      const other = sums.place(nth)
      if (other !== item) tell(other, sums.sum(other))
    }
  }
  const score: FilterRows['score'] = (item, other, common) =>
    Math.fround((common / PARTS) * (ofSource[item] ?? 0) * (ofTarget[other] ?? 0))
  return {
    kept,
    forCommon,
    score,
    bestOf: (item) => {
      forCommon(item, (other, common) => keeper.offer(other, score(item, other, common)))
      return keeper.take()
    },
  }
}
