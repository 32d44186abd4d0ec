import { bindPromises, inOrderOfArrival, type RecordSupply, type SupplyLine, type Waiting } from './bind-promises'
import { addDays, type Day } from './day'

/**
 * What may be said of a SKU that has nothing on the shelf: how many may still be promised, and the next unit's day; or,
 * while its shipment is overdue and nobody has named another day, the day it was to leave.
 */
export type SupplyOutlook = {
  readonly kind: 'preorder' | 'backorder'
  /** Units that may still be promised, over all its places. */
  readonly units: number
  readonly shipsOn?: Day
  readonly lateSince?: Day
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

type Next = Omit<SupplyOutlook, 'units'>

/** The next unit promised, as it would be bound behind everybody who waits: the place with the earliest day wins. */
export const supplyOutlook = (records: readonly RecordOutlook[], today: Day): SupplyOutlook | undefined => {
  let best: Next | undefined
  let units = 0
  for (const record of records) {
    if (record.capLeft <= 0) continue
    const next = nextOf(record, today)
    if (!next) continue
    units += record.capLeft
    if (best === undefined || isSooner(next, best)) best = next
  }
  return best && { ...best, units }
}

/** A day beats none. */
const isSooner = (a: Next, b: Next): boolean =>
  a.shipsOn !== undefined && (b.shipsOn === undefined || a.shipsOn < b.shipsOn)

const nextOf = ({ supply, queue, backorderLeadDays, presaleLines }: RecordOutlook, today: Day): Next | undefined => {
  const { left } = bindPromises(queue, supply)
  const line = inOrderOfArrival(left.lines).find(({ outstanding }) => outstanding > 0)
  if (line) {
    const kind = presaleLines.has(line.shipmentLineId) ? 'preorder' : 'backorder'
    return { kind, ...(line.isOverdue ? { lateSince: line.shipsOn } : { shipsOn: line.shipsOn }) }
  }
  if (left.backorderUnits > 0) return { kind: 'backorder', shipsOn: addDays(today, backorderLeadDays) }
  return undefined
}

type PromisedStock = {
  readonly available: number
  readonly supply: RecordSupply
  readonly queue: readonly Waiting[]
}

const stillToCome = (lines: readonly SupplyLine[]): number =>
  lines.reduce((sum, { outstanding }) => sum + outstanding, 0)

/**
 * Available to promise by a day (glossary): what can be sold now, with the supply that can leave by that day, less what
 * was promised on it. What is overdue counts for no day: nobody says when it comes. Units; never below 0.
 */
export const availableToPromise = ({ available, supply, queue }: PromisedStock, by: Day): number => {
  const { left } = bindPromises(queue, supply)
  return (
    Math.max(0, available) + stillToCome(left.lines.filter(({ isOverdue, shipsOn }) => !isOverdue && shipsOn <= by))
  )
}

/** Units that are overdue and promised to nobody: they may come any day, or never. */
export const overdueUnits = ({ supply, queue }: Omit<PromisedStock, 'available'>): number =>
  stillToCome(bindPromises(queue, supply).left.lines.filter(({ isOverdue }) => isOverdue))
