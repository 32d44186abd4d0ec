/** Rounds of one run at most: what is left waits for the next, and a worker that stops does not wait for long. */
const ROUNDS_MAX = 50

/** Forgets what is past its time, bit by bit, until there is no more of it; answers how many rounds it took. */
export const pruneOutside = async (prunes: readonly (() => Promise<boolean>)[]): Promise<number> => {
  let rounds = 0
  for (const prune of prunes) {
    let more = true
    for (let round = 0; more && round < ROUNDS_MAX; round += 1) {
      more = await prune()
      rounds += 1
    }
  }
  return rounds
}
