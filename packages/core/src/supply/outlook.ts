import { bindPromises, inOrderOfArrival, type RecordSupply, type Waiting } from './bind-promises'
import { addDays, type Day, laterDay } from './day'

/** What may be said of a SKU that has nothing on the shelf: the next unit's day, and how many may still be promised. */
export type SupplyOutlook = {
  readonly kind: 'preorder' | 'backorder'
  readonly shipsOn: Day
  /** Units that may still be promised, over all its places. */
  readonly units: number
}

/** One selling place of a SKU with its queue. `capLeft`: units of its level that may still be promised beyond stock. */
export type RecordOutlook = {
  readonly supply: RecordSupply
  readonly queue: readonly Waiting[]
  readonly capLeft: number
  readonly backorderLeadDays: number
  /** Shipment lines whose units are sold before they arrive; the rest only replenish. */
  readonly presaleLines: ReadonlySet<number>
}

/** The next unit promised, as it would be bound behind everybody who waits: the earliest place wins. */
export const supplyOutlook = (records: readonly RecordOutlook[], today: Day): SupplyOutlook | undefined => {
  let best: SupplyOutlook | undefined
  let units = 0
  for (const record of records) {
    if (record.capLeft <= 0) continue
    const next = nextOf(record, today)
    if (!next) continue
    units += record.capLeft
    if (best === undefined || next.shipsOn < best.shipsOn) best = { ...next, units: 0 }
  }
  return best && { ...best, units }
}

/** A shipment that is late has a day that has passed, which is no promise: its units leave today at the earliest. */
export const leavesOn = ({ shipsOn }: { readonly shipsOn: Day }, today: Day): Day => laterDay(shipsOn, today) ?? today

const nextOf = (
  { supply, queue, backorderLeadDays, presaleLines }: RecordOutlook,
  today: Day,
): Omit<SupplyOutlook, 'units'> | undefined => {
  const { left } = bindPromises(queue, supply)
  const line = inOrderOfArrival(left.lines).find(({ outstanding }) => outstanding > 0)
  if (line) {
    const shipsOn = leavesOn(line, today)
    return { kind: presaleLines.has(line.shipmentLineId) ? 'preorder' : 'backorder', shipsOn }
  }
  if (left.backorderUnits > 0) return { kind: 'backorder', shipsOn: addDays(today, backorderLeadDays) }
  return undefined
}

/**
 * Available to promise by a day (glossary): what can be sold now, with the supply that can leave by that day, less what
 * was promised on it. By a day that has passed nothing can arrive any more. Units; never below 0.
 */
export const availableToPromise = (
  { available, supply, queue }: { available: number; supply: RecordSupply; queue: readonly Waiting[] },
  by: Day,
  today: Day,
): number => {
  const { left } = bindPromises(queue, supply)
  const arriving = left.lines.reduce((sum, line) => sum + (leavesOn(line, today) <= by ? line.outstanding : 0), 0)
  return Math.max(0, available) + arriving
}
