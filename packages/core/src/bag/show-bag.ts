import type { HoldPolicy } from '../inventory/hold-policy'
import type { BagLineRecord, BagRecord, Channel } from './ports'
import type { BagView, LineHold } from './views'

/** Whether a live reservation backs the line: held by its row, and not past its expiry by the database's clock. */
export const isHeld = (line: BagLineRecord, now: Date): boolean =>
  line.hold?.state === 'held' && line.hold.expiresAt.getTime() > now.getTime()

const showHold = (line: BagLineRecord, now: Date, policy: HoldPolicy): LineHold => {
  if (line.hold && isHeld(line, now)) {
    const { expiresAt, extensions } = line.hold
    return { state: 'held', expiresAtMs: expiresAt.getTime(), extendable: extensions < policy.maxExtensions }
  }
  return line.unheld && !line.hold ? { state: 'none', because: line.unheld } : { state: 'ended' }
}

/** The bag as a page shows it. `available` is per variant id, beside the lines' own holds. */
export const showBag = (bag: BagRecord, channel: Channel, available: ReadonlyMap<number, number>): BagView => {
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
    available: available.get(line.variantId) ?? 0,
  }))
  return {
    lines,
    currency: bag.currency,
    subtotalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
    maxUnitsPerSku: channel.holdPolicy.maxUnitsPerSku,
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
  maxUnitsPerSku: channel.holdPolicy.maxUnitsPerSku,
  serverNowMs,
  version: 0,
})
