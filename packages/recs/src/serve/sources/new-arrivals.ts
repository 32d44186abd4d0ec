import { NEW_FOR_DAYS } from '@selvedge/core'
import type { CandidateSource, DrawRequest } from '../source'
import { offerShelf } from './shelf'

/** What was hung last, for as long as the house calls a piece new: what it says of them is true. */
export const newArrivalsSource: CandidateSource = {
  name: 'new',
  draw: (request, pool, quota) => offerShelf(newOf(request), pool, quota),
}

/** The front of the shelf, which has the newest first. */
function newOf({ models, table, nowMs }: DrawRequest): Int32Array {
  const { newest } = models.shelves
  const since = nowMs - NEW_FOR_DAYS * 86_400_000
  let [from, to] = [0, newest.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((table.publishedAtMs[newest[middle] ?? 0] ?? 0) > since) from = middle + 1
    else to = middle
  }
  return newest.subarray(0, from)
}
