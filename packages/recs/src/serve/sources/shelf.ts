import type { CandidatePool } from '../candidate-pool'

/** Offers a shelf from its front until the quota is met; the score falls with the rank. */
export function offerShelf(shelf: Int32Array, pool: CandidatePool, quota: number, evidence = -1): void {
  // About as many as fill the quota where half can be sold: what comes after is waited for one by one.
  pool.expect(shelf, Math.min(shelf.length, quota * 2))
  let taken = 0
  for (let row = 0; row < shelf.length && taken < quota; row++) {
    if (pool.offer(shelf[row] ?? -1, 1 / (1 + row / 10), evidence)) taken++
  }
}
