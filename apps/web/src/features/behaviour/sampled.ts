import type { BrowserSignal } from '@selvedge/core'

/** How far down a page was read comes in with every page and tells something of pages, nothing of people: some visits do. */
const SHARES: Readonly<Partial<Record<BrowserSignal['kind'], number>>> = { scroll: 0.25 }

/**
 * Whether signals of a kind are sent in this visit: all of a visit's or none, so that what is counted can be told for
 * whole visits. Drawn from the visit's random name.
 */
export function isSampled(kind: BrowserSignal['kind'], sessionId: string): boolean {
  const share = SHARES[kind]
  return share === undefined || Number.parseInt(sessionId.slice(0, 8), 16) / 2 ** 32 < share
}
