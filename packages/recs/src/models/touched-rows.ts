import type { FilterRows } from './filter-rows'
import { placeOf } from './item-places'
import type { Moved } from './replace-people'

/**
 * More would take longer to put right one by one than to count anew, and fill memory with notes: some 50 MB of them.
 */
const NOTES_MAX = 2_000_000

/** Which rows say something else after people moved. */
export type TouchedRows = {
  /** 1 where what the item has in common with others may be something else: the row is counted anew. */
  readonly anew: Uint8Array
  /**
   * Of other rows, the neighbours that more or fewer people have now: place and what is in common with it, in turn. Nothing
   * else in such a row has changed.
   */
  readonly corrections: ReadonlyMap<number, readonly number[]>
}

/** Works out the rows that people who moved have touched, over the rows as they are now. */
export function touchedRows(moved: readonly Moved[], itemIds: Int32Array, rows: FilterRows): TouchedRows {
  const anew = new Uint8Array(itemIds.length)
  const gained = gainedBy(moved)
  for (const itemId of gained.keys()) {
    const place = placeOf(itemIds, itemId)
    // Who had a piece that nobody has any more is among those who moved: its neighbours are counted anew as well.
    if (place >= 0) anew[place] = 1
  }
  const corrections = new Map<number, number[]>()
  let notes = 0
  for (const [itemId, people] of gained) {
    const place = placeOf(itemIds, itemId)
    if (people === 0 || place < 0) continue
    rows.forCommon(place, (other, common) => {
      if (anew[other] === 1) return
      notes++
      const noted = corrections.get(other)
      if (noted) noted.push(place, common)
      else corrections.set(other, [place, common])
    })
    if (notes > NOTES_MAX) return { anew: anew.fill(1), corrections: new Map() }
  }
  return { anew, corrections }
}

/** Every item of people who moved, before and after, with how many more people have it. */
function gainedBy(moved: readonly Moved[]): ReadonlyMap<number, number> {
  const gained = new Map<number, number>()
  for (const { before, after } of moved) {
    for (const itemId of before) gained.set(itemId, (gained.get(itemId) ?? 0) - 1)
    for (const itemId of after) gained.set(itemId, (gained.get(itemId) ?? 0) + 1)
  }
  return gained
}
