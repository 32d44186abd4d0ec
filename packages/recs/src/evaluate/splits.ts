import { type Random, shuffle } from '../random'

/** Rows of the parts, by their place in the list that was split. */
export type Parts<T> = { readonly train: readonly T[]; readonly heldOut: readonly T[] }

/**
 * The stratified split of Microsoft's recommenders: of every user's rows a random share is held out, rounded so that
 * `round(share · rows)` remain for training.
 */
export function stratifiedSplit<T extends { readonly user: number }>(
  rows: readonly T[],
  trainShare: number,
  random: Random,
): Parts<T> {
  const byUser = new Map<number, number[]>()
  for (const [place, { user }] of rows.entries()) {
    const own = byUser.get(user)
    if (own) own.push(place)
    else byUser.set(user, [place])
  }
  const train = new Set<number>()
  for (const own of byUser.values()) {
    for (const place of shuffle(own, random).slice(0, Math.round(own.length * trainShare))) train.add(place)
  }
  return {
    train: rows.filter((_, place) => train.has(place)),
    heldOut: rows.filter((_, place) => !train.has(place)),
  }
}

/** The global split in time: everything before the moment that `trainShare` of the rows precede trains. */
export function temporalSplit<T extends { readonly time: number }>(rows: readonly T[], trainShare: number): Parts<T> {
  const times = Float64Array.from(rows, ({ time }) => time).sort()
  const moment = times[Math.floor(times.length * trainShare)] ?? Number.POSITIVE_INFINITY
  return { train: rows.filter(({ time }) => time < moment), heldOut: rows.filter(({ time }) => time >= moment) }
}

/**
 * Holds out the end of every user's list, which is their latest where lists are in order of time: `round(share · rows)`
 * remain. A test that follows the lists is foreseen by it better than by rows drawn from within them.
 */
export function tailSplit<T extends { readonly user: number }>(rows: readonly T[], trainShare: number): Parts<T> {
  const lengths = new Map<number, number>()
  for (const { user } of rows) lengths.set(user, (lengths.get(user) ?? 0) + 1)
  const seen = new Map<number, number>()
  const [train, heldOut]: [T[], T[]] = [[], []]
  for (const row of rows) {
    const place = seen.get(row.user) ?? 0
    seen.set(row.user, place + 1)
    if (place < Math.round((lengths.get(row.user) ?? 0) * trainShare)) train.push(row)
    else heldOut.push(row)
  }
  return { train, heldOut }
}
