import { ascendingIds } from './item-places'
import type { NeighbourBasis } from './neighbour-basis'

/** What people have now, by their keys, in any order and as often as it was said; nothing is who left. */
export type PeopleNow = ReadonlyMap<number, Iterable<number>>

/** The items of somebody who has others than before. */
export type Moved = { readonly before: Int32Array; readonly after: Int32Array }

export const EMPTY_BASIS: NeighbourBasis = {
  people: new Float64Array(0),
  offsets: new Int32Array(1),
  items: new Int32Array(0),
}

/** The basis of pairs of a person's key and an item, in any order. */
export function basisOf(pairs: Iterable<{ readonly person: number; readonly itemId: number }>): NeighbourBasis {
  const rows = new Map<number, number[]>()
  for (const { person, itemId } of pairs) {
    const row = rows.get(person)
    if (row) row.push(itemId)
    else rows.set(person, [itemId])
  }
  return replacePeople(EMPTY_BASIS, rows).basis
}

/** Puts what people have now in the place of what they had; everybody else stays. Said twice it is said once. */
export function replacePeople(
  basis: NeighbourBasis,
  now: PeopleNow,
): { readonly basis: NeighbourBasis; readonly moved: readonly Moved[] } {
  const keys = Float64Array.from(now.keys()).sort()
  const rows = Array.from(keys, (key) => ascendingIds(now.get(key) ?? []))
  const room = rows.reduce((sum, row) => sum + row.length, basis.items.length)
  const next = createWriter(basis.people.length + keys.length, room)
  const moved: Moved[] = []
  let from = 0
  for (const [nth, after] of rows.entries()) {
    const key = keys[nth] ?? 0
    const at = firstFrom(basis.people, key, from)
    next.copy(basis, from, at)
    const isKnown = basis.people[at] === key
    const before = basis.items.subarray(basis.offsets[at] ?? 0, isKnown ? basis.offsets[at + 1] : basis.offsets[at])
    if (!isSame(before, after)) moved.push({ before, after })
    if (after.length > 0) next.add(key, after)
    from = isKnown ? at + 1 : at
  }
  next.copy(basis, from, basis.people.length)
  return { basis: next.written(), moved }
}

/** Writes rows one after another into arrays that have room for all. */
function createWriter(peopleMax: number, itemsMax: number) {
  const people = new Float64Array(peopleMax)
  const offsets = new Int32Array(peopleMax + 1)
  const items = new Int32Array(itemsMax)
  let [count, used] = [0, 0]
  return {
    add: (key: number, row: Int32Array): void => {
      people[count++] = key
      items.set(row, used)
      used += row.length
      offsets[count] = used
    },
    copy: (basis: NeighbourBasis, from: number, to: number): void => {
      const first = basis.offsets[from] ?? 0
      people.set(basis.people.subarray(from, to), count)
      items.set(basis.items.subarray(first, basis.offsets[to]), used)
      for (let place = from; place < to; place++) offsets[++count] = used + (basis.offsets[place + 1] ?? 0) - first
      used = offsets[count] ?? 0
    },
    written: (): NeighbourBasis => ({
      people: people.slice(0, count),
      offsets: offsets.slice(0, count + 1),
      items: items.slice(0, used),
    }),
  }
}

/** The first place from `from` on whose key is no smaller. */
function firstFrom(people: Float64Array, key: number, from: number): number {
  let [low, high] = [from, people.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((people[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low
}

const isSame = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((itemId, at) => itemId === b[at])
