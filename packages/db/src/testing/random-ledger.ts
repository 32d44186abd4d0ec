import { EMPTY_STOCK, evolve, type StockEventType, type StockState } from '@selvedge/core'

const DAY_MS = 86_400_000
const LATEST_DAYS = 30

/** A seeded source of numbers from 0 to below 1 (mulberry32, T. Ettinger, public domain). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type RandomEntry = {
  readonly type: StockEventType
  readonly quantity: number
  readonly recordedAtMs: number
  readonly effectiveAtMs: number
}

type Next = { readonly type: StockEventType; readonly quantity: number; readonly isPhysical: boolean }

const upTo = (random: () => number, most: number): number => 1 + Math.floor(random() * most)

const next = (state: StockState, random: () => number): Next => {
  const free = state.onHand - state.reserved - state.allocated
  const draw = random()
  const promise = (type: StockEventType, quantity: number): Next => ({ type, quantity, isPhysical: false })
  if (draw < 0.14 || free < 3) {
    const isMore = free < 3 || random() < 0.5
    return isMore
      ? { type: 'Received', quantity: upTo(random, 12), isPhysical: true }
      : { type: 'Adjusted', quantity: -upTo(random, Math.min(3, free)), isPhysical: true }
  }
  if (draw < 0.16) return promise('SafetyStockSet', Math.floor(random() * 4))
  if (draw < 0.3 && state.allocated > 0) return promise('Shipped', 1)
  if (draw < 0.45 && state.reserved > 0) return promise('Committed', 1)
  if (draw < 0.55 && state.reserved > 0) return promise('Released', 1)
  if (draw < 0.65 && state.reserved > 0) return promise('Expired', 1)
  return promise('Reserved', Math.min(free, upTo(random, 2)))
}

/** What happens to a record in this state next, recorded at that time: the entry and the state after it. */
export const randomEntry = (
  random: () => number,
  state: StockState,
  recordedAtMs: number,
): { readonly entry: RandomEntry; readonly after: StockState } => {
  const { type, quantity, isPhysical } = next(state, random)
  const late = isPhysical && random() < 0.2 ? Math.floor(random() * LATEST_DAYS * DAY_MS) : 0
  const ahead = isPhysical && random() < 0.006 ? Math.floor(random() * 240_000) : 0
  const entry = { type, quantity, recordedAtMs, effectiveAtMs: recordedAtMs - late + ahead }
  return { entry, after: evolve(state, { type, quantity }) }
}

/**
 * A stream that a record could have: never below zero, never oversold, recorded in order within a span of time. About
 * 5 % of its entries were recorded late, by up to 30 days; one in a thousand was dated a moment ahead by a fast clock.
 */
export const randomStream = (
  random: () => number,
  { entries, fromMs, toMs }: { entries: number; fromMs: number; toMs: number },
): { readonly entries: readonly RandomEntry[]; readonly state: StockState } => {
  let state: StockState = EMPTY_STOCK
  const made: RandomEntry[] = []
  for (let n = 0; n < entries; n += 1) {
    const recordedAtMs = Math.floor(fromMs + ((n + random()) / entries) * (toMs - fromMs))
    const { entry, after } = randomEntry(random, state, recordedAtMs)
    made.push(entry)
    state = after
  }
  return { entries: made, state }
}
