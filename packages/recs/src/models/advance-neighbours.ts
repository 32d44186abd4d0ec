import type { Best } from './best'
import { createRowCorrection } from './correct-row'
import { createFilterRows, type RowOptions } from './filter-rows'
import { trainGraphFilter } from './graph-filter'
import type { ItemNeighbours } from './item-neighbours'
import { placeOf } from './item-places'
import { matrixOfBasis, type NeighbourBasis } from './neighbour-basis'
import { collectNeighbours } from './neighbour-lists'
import { type PeopleNow, replacePeople } from './replace-people'
import { touchedRows } from './touched-rows'

/** Neighbours, and what they were counted from with the same options. */
export type CountedNeighbours = { readonly basis: NeighbourBasis; readonly model: ItemNeighbours }

export type Advanced = CountedNeighbours & {
  /** People who have others than before; with none both are what they were. */
  readonly moved: number
  /** Rows counted anew, and rows in which single neighbours were put right. */
  readonly anew: number
  readonly corrected: number
}

/** Neighbours of all that a basis knows. */
export function countNeighbours(basis: NeighbourBasis, options: RowOptions): ItemNeighbours {
  const { data, itemIds } = matrixOfBasis(basis)
  return trainGraphFilter(data, itemIds, options)
}

/**
 * Neighbours after some people have others than before: bit for bit what counting everything again would say. Rows of the
 * pieces that those people have or had are counted anew; rows beside them have the pieces put right of which more or
 * fewer people are now; the rest is taken over.
 */
export function advanceNeighbours(known: CountedNeighbours, now: PeopleNow, options: RowOptions): Advanced {
  const { basis, moved } = replacePeople(known.basis, now)
  if (moved.length === 0) return { ...known, moved: 0, anew: 0, corrected: 0 }
  const { data, itemIds } = matrixOfBasis(basis)
  const rows = createFilterRows(data, options)
  const touched = touchedRows(moved, itemIds, rows)
  const before = rowsBefore(known.model, itemIds)
  const correct = createRowCorrection(itemIds.length, rows)
  let [anew, corrected] = [0, 0]
  const model = collectNeighbours(itemIds, (place) => {
    const corrections = touched.corrections.get(place)
    if (touched.anew[place] === 0) {
      if (corrections === undefined) return before(place)
      const row = correct(place, before(place), corrections)
      if (row) {
        corrected++
        return row
      }
    }
    anew++
    return rows.bestOf(place)
  })
  return { basis, model, moved: moved.length, anew, corrected }
}

/** The rows of a model by the places that its items have now. */
function rowsBefore({ itemIds: ids, offsets, neighbours, scores }: ItemNeighbours, itemIds: Int32Array) {
  const placeNow = ids.map((itemId) => placeOf(itemIds, itemId))
  return (place: number): Best => {
    const at = placeOf(ids, itemIds[place] ?? 0)
    const [from, to] = [offsets[at] ?? 0, offsets[at + 1] ?? 0]
    const places = neighbours.subarray(from, to).map((neighbour) => placeNow[neighbour] ?? -1)
    // A row that nobody touched knows no piece that is gone, and was there before.
    if (at < 0 || places.includes(-1)) throw new Error('neighbours: the model was not counted from this basis')
    return { places, scores: scores.subarray(from, to) }
  }
}
