import { degreesOf, type Interaction, type Interactions, interactionsOf } from '../interactions/interactions'
import { seededRandom, shuffle } from '../random'

type Parted = { readonly known: Interactions; readonly newest: Interactions }

/**
 * At most so many people of two parts, those with something in both first, for there is nothing to judge the others by;
 * the same ones each time. Both parts keep their items.
 */
export function samplePeople<T extends Parted>({ known, newest }: T, most: number): Parted {
  if (known.userCount <= most) return { known, newest }
  const [before, after] = [degreesOf(known), degreesOf(newest)]
  const people = shuffle(Int32Array.from(before.keys()), seededRandom(1)).filter((user) => (before[user] ?? 0) > 0)
  const isBack = (user: number): boolean => (after[user] ?? 0) > 0
  const back = people.filter(isBack)
  // Half of them come back, where there are others: who did not is what most of a shop's evidence is made of.
  const half = Math.floor(most / 2)
  const ordered = [...back.slice(0, half), ...people.filter((user) => !isBack(user)), ...back.slice(half)]
  const chosen = ordered.slice(0, most).sort((a, b) => a - b)
  const of = (data: Interactions): Interactions =>
    interactionsOf(rowsOf(data, chosen), { userCount: chosen.length, itemCount: data.itemCount })
  return { known: of(known), newest: of(newest) }
}

function* rowsOf({ offsets, items, weights }: Interactions, people: readonly number[]): Generator<Interaction> {
  for (const [user, from] of people.entries()) {
    for (let at = offsets[from] ?? 0; at < (offsets[from + 1] ?? 0); at++) {
      yield { user, item: items[at] ?? 0, weight: weights[at] ?? 1 }
    }
  }
}
