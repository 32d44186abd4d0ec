import { type NeighbourBasis, type PeopleNow, type Random, seededRandom } from '@selvedge/recs'

const PIECES = 20_000
const TASTES = 40
/** Orders of one person, on average, and pieces that were looked at beside an order. */
const ORDERS_EACH = 1.6
const LOOKS = 6

type Pair = { readonly person: number; readonly itemId: number }
export type Shopping = {
  readonly orders: number
  readonly looks: number
  readonly pairs: readonly Pair[]
  /** What so many people, a third of them new, have after another order. */
  nextBatch(people: number, basis: NeighbourBasis): PeopleNow
}

/** Orders of one to four pieces and looks beside them, by people of a taste; a few pieces are everybody's. */
export function drawShopping(orders: number, seed: number): Shopping {
  const random = seededRandom(seed)
  const people = Math.round(orders / ORDERS_EACH)
  const pairs: Pair[] = []
  let looks = 0
  for (let order = 0; order < orders; order++) {
    const person = Math.floor(random() * people)
    const taken = drawVisit(person, random)
    looks += LOOKS
    for (const itemId of taken) pairs.push({ person, itemId })
  }
  return {
    orders,
    looks,
    pairs,
    nextBatch: (count, basis) => {
      const now = new Map<number, number[]>()
      while (now.size < count) {
        const isNew = random() < 1 / 3
        const place = Math.floor(random() * basis.people.length)
        const person = isNew ? people + Math.floor(random() * people) : (basis.people[place] ?? 0)
        const had = isNew ? [] : basis.items.subarray(basis.offsets[place], basis.offsets[place + 1])
        now.set(person, [...had, ...drawVisit(person, random)])
      }
      return now
    },
  }
}

/** One order and the looks beside it: four in five pieces of the person's own taste, heavy-tailed in popularity. */
function drawVisit(person: number, random: Random): readonly number[] {
  const pieces = 1 + Math.floor(random() * 4) + LOOKS
  return Array.from({ length: pieces }, () => {
    const rank = Math.floor(PIECES * random() ** 3)
    const isOwn = random() < 0.8
    return 1 + (isOwn ? Math.min(PIECES - 1, rank - (rank % TASTES) + (person % TASTES)) : rank)
  })
}
