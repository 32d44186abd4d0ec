/**
 * Who interacted with what, as a compressed sparse matrix over dense places. The items of the user at place `u` stand at
 * `offsets[u] .. offsets[u + 1]`, as places in `itemIds`, ascending, each once; `weights` stands beside them.
 */
export type Interactions = {
  readonly userCount: number
  readonly itemCount: number
  readonly offsets: Int32Array
  readonly items: Int32Array
  /** Strength of each interaction (1 when only its presence is known). */
  readonly weights: Float32Array
}

/** One interaction, by places. */
export type Interaction = { readonly user: number; readonly item: number; readonly weight?: number }

/** The matrix of a list. The same user and item twice keep the larger weight: a repeat is not a second taste. */
export function interactionsOf(
  list: Iterable<Interaction>,
  { userCount, itemCount }: { readonly userCount: number; readonly itemCount: number },
): Interactions {
  const rows = Array.from({ length: userCount }, () => new Map<number, number>())
  for (const { user, item, weight = 1 } of list) {
    const row = rows[user]
    if (!row || item < 0 || item >= itemCount) throw new RangeError(`interaction of user ${user} with item ${item}`)
    row.set(item, Math.max(weight, row.get(item) ?? 0))
  }
  const offsets = new Int32Array(userCount + 1)
  for (const [user, row] of rows.entries()) offsets[user + 1] = (offsets[user] ?? 0) + row.size
  const items = new Int32Array(offsets[userCount] ?? 0)
  const weights = new Float32Array(items.length)
  let at = 0
  for (const row of rows) {
    for (const item of Int32Array.from(row.keys()).sort()) {
      items[at] = item
      weights[at++] = row.get(item) ?? 0
    }
  }
  return { userCount, itemCount, offsets, items, weights }
}

/** The same matrix by items: `items` of the answer are places of users. */
export function transpose({ userCount, itemCount, offsets, items, weights }: Interactions): Interactions {
  const turned = new Int32Array(itemCount + 1)
  for (const item of items) turned[item + 1] = (turned[item + 1] ?? 0) + 1
  for (let item = 0; item < itemCount; item++) turned[item + 1] = (turned[item + 1] ?? 0) + (turned[item] ?? 0)
  const next = turned.slice(0, itemCount)
  const users = new Int32Array(items.length)
  const turnedWeights = new Float32Array(items.length)
  for (let user = 0; user < userCount; user++) {
    for (let at = offsets[user] ?? 0; at < (offsets[user + 1] ?? 0); at++) {
      const item = items[at] ?? 0
      const to = next[item] ?? 0
      users[to] = user
      turnedWeights[to] = weights[at] ?? 0
      next[item] = to + 1
    }
  }
  return { userCount: itemCount, itemCount: userCount, offsets: turned, items: users, weights: turnedWeights }
}

/** The items of a user, as places; a view, not a copy. */
export const itemsOf = ({ offsets, items }: Interactions, user: number): Int32Array =>
  items.subarray(offsets[user] ?? 0, offsets[user + 1] ?? 0)

/** Interactions of each user. */
export const degreesOf = ({ offsets, userCount }: Interactions): Int32Array =>
  Int32Array.from({ length: userCount }, (_, user) => (offsets[user + 1] ?? 0) - (offsets[user] ?? 0))
