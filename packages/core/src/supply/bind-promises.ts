import type { Day } from './day'

/** Units of a record on their way: what is still expected of one inbound shipment line. */
export type SupplyLine = {
  readonly shipmentLineId: number
  /** The day its units can leave to buyers: expected day and the location's handling. */
  readonly shipsOn: Day
  readonly outstanding: number
  /** The expected day has passed and no other was named: its units are still bound, and nobody stands for a day. */
  readonly isOverdue?: boolean
}

/** What one record can give to those who wait for it. */
export type RecordSupply = {
  /** Pieces on the shelf that nobody else was promised. */
  readonly stockUnits: number
  readonly lines: readonly SupplyLine[]
  /** Units that may be sold against replenishment nobody has announced, at this many days from the promise. */
  readonly backorderUnits: number
}

/** Somebody in the queue. `backorderShipsOn`: the day told if only unannounced replenishment is left. */
export type Waiting = { readonly key: string; readonly units: number; readonly backorderShipsOn: Day }

export type Binding =
  | { readonly source: 'stock'; readonly units: number }
  /** Without a day while the shipment is overdue. */
  | { readonly source: 'shipment'; readonly shipmentLineId: number; readonly units: number; readonly shipsOn?: Day }
  /** Without a day once the one that was told has passed. */
  | { readonly source: 'backorder'; readonly units: number; readonly shipsOn?: Day }
  /** Nothing is left that could keep it: at risk. */
  | { readonly source: 'none'; readonly units: number }

export type Bound = { readonly key: string; readonly bindings: readonly Binding[] }
export type BoundQueue = { readonly bound: readonly Bound[]; readonly left: RecordSupply }

/**
 * Earliest first; of one day, the line that was announced first. What is overdue comes last: with another shipment that
 * has a day the first in the queue are promised that day, and it is theirs when it comes.
 */
export const inOrderOfArrival = (lines: readonly SupplyLine[]): SupplyLine[] =>
  [...lines].sort(
    (a, b) =>
      Number(a.isOverdue ?? false) - Number(b.isOverdue ?? false) ||
      (a.shipsOn < b.shipsOn ? -1 : a.shipsOn > b.shipsOn ? 1 : 0) ||
      a.shipmentLineId - b.shipmentLineId,
  )

/**
 * Binds a queue to supply, first come first bound: each takes what is on the shelf, then what arrives first, then
 * unannounced replenishment; what cannot be met stays unbound and is said so. The same queue and supply always give the
 * same answer, so a shipment that slips, is cut, or appears re-binds everybody by calling this again.
 */
export const bindPromises = (queue: readonly Waiting[], supply: RecordSupply): BoundQueue => {
  let stock = Math.max(0, supply.stockUnits)
  let backorder = Math.max(0, supply.backorderUnits)
  const lines = inOrderOfArrival(supply.lines).map((line) => ({ ...line, left: Math.max(0, line.outstanding) }))
  const bound = queue.map(({ key, units, backorderShipsOn }): Bound => {
    const bindings: Binding[] = []
    let missing = units
    const take = (available: number): number => {
      const taken = Math.min(missing, available)
      missing -= taken
      return taken
    }
    const fromStock = take(stock)
    stock -= fromStock
    if (fromStock > 0) bindings.push({ source: 'stock', units: fromStock })
    for (const line of lines) {
      const taken = take(line.left)
      line.left -= taken
      const { shipmentLineId, shipsOn, isOverdue } = line
      if (taken > 0)
        bindings.push({ source: 'shipment', shipmentLineId, units: taken, ...(isOverdue ? {} : { shipsOn }) })
    }
    const replenished = take(backorder)
    backorder -= replenished
    if (replenished > 0) bindings.push({ source: 'backorder', units: replenished, shipsOn: backorderShipsOn })
    if (missing > 0) bindings.push({ source: 'none', units: missing })
    return { key, bindings }
  })
  const left = lines.map(({ left: outstanding, ...line }) => ({ ...line, outstanding }))
  return { bound, left: { stockUnits: stock, lines: left, backorderUnits: backorder } }
}

/**
 * The day the whole of it can leave: the latest of its bindings; none while any unit is unbound or bound without a day, or
 * all is on the shelf.
 */
export const shipByOf = (bindings: readonly Binding[]): Day | undefined => {
  let latest: Day | undefined
  for (const binding of bindings) {
    if (binding.source === 'stock') continue
    if (binding.source === 'none' || binding.shipsOn === undefined) return undefined
    if (latest === undefined || binding.shipsOn > latest) latest = binding.shipsOn
  }
  return latest
}
