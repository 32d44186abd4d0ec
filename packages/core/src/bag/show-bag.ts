import type { HoldPolicy } from '../inventory/hold-policy'
import type { SupplyOutlook } from '../supply/outlook'
import type { HoldPromise } from '../supply/ports'
import type { BagLineRecord, BagRecord, Channel } from './ports'
import type { BagLine, BagView, LineHold } from './views'

/** Whether a live reservation backs the line: held by its row, and not past its expiry by the database's clock. */
export const isHeld = (line: BagLineRecord, now: Date): boolean =>
  line.hold?.state === 'held' && line.hold.expiresAt.getTime() > now.getTime()

const showHold = (line: BagLineRecord, now: Date, policy: HoldPolicy): LineHold => {
  if (line.hold && isHeld(line, now)) {
    const { expiresAt, extensions } = line.hold
    const extendable = extensions < policy.maxExtensions && policy.extensionMs > 0
    return { state: 'held', expiresAtMs: expiresAt.getTime(), extendable }
  }
  return line.unheld && !line.hold ? { state: 'none', because: line.unheld } : { state: 'ended' }
}

/** What a bag stands on: units per variant id beside the lines' own holds, days by hold id, and by variant the next unit's. */
export type BagStock = {
  readonly available: ReadonlyMap<number, number>
  readonly promises: ReadonlyMap<string, HoldPromise>
  readonly outlooks: ReadonlyMap<number, SupplyOutlook>
}

/** The day of what a held line draws on supply to come; a line without its hold would get the next unit's. */
const showPromise = (line: BagLineRecord, now: Date, stock: BagStock): BagLine['promise'] => {
  if (!line.allowFuture) return undefined
  if (isHeld(line, now)) {
    const promise = line.holdId === undefined ? undefined : stock.promises.get(line.holdId)
    return (
      promise && {
        kind: promise.kind,
        units: promise.futureUnits,
        ...(promise.shipsOn === undefined ? {} : { shipsOn: promise.shipsOn }),
      }
    )
  }
  const later = line.quantity - (stock.available.get(line.variantId) ?? 0)
  const outlook = stock.outlooks.get(line.variantId)
  if (later <= 0 || !outlook) return undefined
  const { kind, shipsOn } = outlook
  return { kind, units: later, ...(shipsOn === undefined ? {} : { shipsOn }) }
}

/** The bag as a page shows it. */
export const showBag = (bag: BagRecord, channel: Channel, stock: BagStock): BagView => {
  const promiseOf = (line: BagLineRecord) => {
    const promise = showPromise(line, bag.now, stock)
    return promise ? { promise } : {}
  }
  const lines = bag.lines.map((line) => ({
    lineId: line.lineId,
    sku: line.sku,
    productId: line.productId,
    slug: line.slug,
    title: line.title,
    brand: line.brand,
    colour: line.colour,
    size: line.size,
    pictureKey: line.pictureKey,
    quantity: line.quantity,
    unitPriceMinor: line.unitPriceMinor,
    ...(line.compareAtMinor === undefined ? {} : { compareAtMinor: line.compareAtMinor }),
    totalMinor: line.unitPriceMinor * line.quantity,
    hold: showHold(line, bag.now, channel.holdPolicy),
    available:
      (stock.available.get(line.variantId) ?? 0) +
      (line.allowFuture ? (stock.outlooks.get(line.variantId)?.units ?? 0) : 0),
    ...promiseOf(line),
  }))
  return {
    lines,
    currency: bag.currency,
    subtotalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
    ...limitsOf(channel),
    serverNowMs: bag.now.getTime(),
    version: bag.version,
  }
}

/** A bag that nobody has put anything into. `now` is the caller's clock: there is no countdown to run against it. */
export const emptyBag = (channel: Channel, serverNowMs: number): BagView => ({
  lines: [],
  currency: channel.currency,
  subtotalMinor: 0,
  units: 0,
  ...limitsOf(channel),
  serverNowMs,
  version: 0,
})

/** What the channel's policy lets a bag have. */
const limitsOf = ({ holdPolicy: { maxUnitsPerSku, ttlMs, extensionMs } }: Channel) => ({
  maxUnitsPerSku,
  holdMs: ttlMs,
  extensionMs,
})
