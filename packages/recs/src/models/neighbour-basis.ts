import { type Artefact, type ArtefactHeader, doublesOf, integersOf } from '../artefact/artefact'
import type { Interactions } from '../interactions/interactions'
import { ascendingIds } from './item-places'

/**
 * What neighbours are counted from: who has what, by keys in place of names. Keys ascend; the items of the person at place
 * `u` stand at `offsets[u] .. offsets[u + 1]`, as ids, ascending, each once. Nobody stands here without an item.
 */
export type NeighbourBasis = {
  readonly people: Float64Array
  readonly offsets: Int32Array
  readonly items: Int32Array
}

/** The matrix of a basis, and the ids of its columns. */
export function matrixOfBasis({ people, offsets, items }: NeighbourBasis): {
  readonly data: Interactions
  readonly itemIds: Int32Array
} {
  const itemIds = ascendingIds(items)
  const placeOf = new Map(Array.from(itemIds, (itemId, place) => [itemId, place]))
  const data = {
    userCount: people.length,
    itemCount: itemIds.length,
    offsets,
    items: items.map((itemId) => placeOf.get(itemId) ?? 0),
    weights: new Float32Array(items.length).fill(1),
  }
  return { data, itemIds }
}

/** The file of a basis. */
export const basisArtefact = (
  header: Omit<ArtefactHeader, 'format' | 'kind'>,
  { people, offsets, items }: NeighbourBasis,
): Artefact => ({ ...header, format: 1, kind: 'neighbour-basis', arrays: { people, offsets, items } })

/** The basis of a file; one whose arrays contradict each other is a fault. */
export function parseBasis(artefact: Artefact): NeighbourBasis {
  if (artefact.kind !== 'neighbour-basis') throw new Error(`model artefact ${artefact.name}: no basis of neighbours`)
  const basis = {
    people: doublesOf(artefact, 'people'),
    offsets: integersOf(artefact, 'offsets'),
    items: integersOf(artefact, 'items'),
  }
  const contradiction = contradictionIn(basis)
  if (contradiction) throw new Error(`model artefact ${artefact.name}: ${contradiction}`)
  return basis
}

function contradictionIn({ people, offsets, items }: NeighbourBasis): string | undefined {
  if (offsets.length !== people.length + 1 || offsets[0] !== 0) return 'offsets do not fit people'
  if (offsets[people.length] !== items.length) return 'offsets and items differ in length'
  for (let place = 0; place < people.length; place++) {
    if (place > 0 && !((people[place] ?? 0) > (people[place - 1] ?? 0))) return 'people do not ascend'
    const [from, to] = [offsets[place] ?? 0, offsets[place + 1] ?? 0]
    if (to <= from) return 'a person has no item'
    for (let at = from + 1; at < to; at++) {
      if ((items[at] ?? 0) <= (items[at - 1] ?? 0)) return 'the items of a person do not ascend'
    }
  }
  return undefined
}
