import {
  type ArtefactHeader,
  ascendingIds,
  type DatedInteraction,
  type Interactions,
  interactionsOf,
  placeOf,
} from '@selvedge/recs'
import type { PersonProduct } from './read-interactions'

/** The matrix of people and products, places being ranks of ids. */
export function matrixOf(deeds: readonly PersonProduct[]): {
  rows: readonly DatedInteraction[]
  data: Interactions
  itemIds: Int32Array
} {
  const itemIds = ascendingIds(deeds.map(({ productId }) => productId))
  const people = new Map<string, number>()
  for (const { person } of deeds) if (!people.has(person)) people.set(person, people.size)
  const rows = deeds.map(({ person, productId, weight, lastAt }) => ({
    user: people.get(person) ?? 0,
    item: placeOf(itemIds, productId),
    weight,
    time: lastAt.getTime(),
  }))
  return { rows, itemIds, data: interactionsOf(rows, { userCount: people.size, itemCount: itemIds.length }) }
}

/** From the first to the last of what was done. */
export function windowOf(deeds: readonly Pick<PersonProduct, 'lastAt'>[]): ArtefactHeader['window'] {
  const moments = deeds.map(({ lastAt }) => lastAt.getTime())
  const [from, to] = [moments.reduce((a, b) => Math.min(a, b), Infinity), moments.reduce((a, b) => Math.max(a, b), 0)]
  return deeds.length === 0
    ? { from: null, to: null }
    : { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}
