/** The state of one inventory record (one SKU at one location), the fold of its event stream. Units are pieces. */
export type StockState = {
  readonly version: number
  /** What a picker would count, damaged pieces included. */
  readonly onHand: number
  /** Held for carts and checkouts with an expiry. */
  readonly reserved: number
  /** Promised to placed orders, not yet shipped. */
  readonly allocated: number
  /** Damaged, in quality control, in a count. */
  readonly unavailable: number
  /** Promises that a physical observation has left without units. */
  readonly short: number
  /** Units that may be promised beyond on hand (backorder, pre-order). */
  readonly oversellCap: number
  /** Units kept from selling; limits selling, never the constraint. */
  readonly safetyStock: number
}

export const EMPTY_STOCK: StockState = {
  version: 0,
  onHand: 0,
  reserved: 0,
  allocated: 0,
  unavailable: 0,
  short: 0,
  oversellCap: 0,
  safetyStock: 0,
}

/** A record with its place in the world, as rules see it. */
export type StockRecord = StockState & {
  readonly recordId: number
  readonly variantId: number
  readonly locationId: number
}

/**
 * Available to sell (glossary): on hand - allocated - unexpired reserved - unavailable - safety stock, never below 0.
 * `dueUnits` are units of holds past their expiry that nobody has expired yet: readers subtract them.
 */
export const availableToSell = (state: StockState, dueUnits = 0): number =>
  Math.max(0, signedAvailable(state, dueUnits))

/** Available to sell before it is cut off at 0: negative by what is promised beyond stock or kept for safety. */
const signedAvailable = (state: StockState, dueUnits: number): number =>
  state.onHand - state.allocated - (state.reserved - dueUnits) - state.unavailable - state.safetyStock

/** Units of supply to come that are still free to promise, beyond what is available to sell now (rule 9). */
export const availableInFuture = (state: StockState, dueUnits = 0): number => {
  const signed = signedAvailable(state, dueUnits)
  return Math.max(0, signed + state.oversellCap) - Math.max(0, signed)
}
