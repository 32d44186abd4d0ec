import type { AppliedEvent, Origin, StockRecord, StockView, TouchedPart } from '@selvedge/core'
import { ints, rareTexts, rareTimes, texts, times } from './array-literals'
import { stockMessageText } from './stock-message'

/** An applied entry with the origin of the command that caused it. */
export type Stamped = AppliedEvent & { readonly origin: Origin }

/** Levels as the last entry of each record left them. */
const lastLevels = (entries: readonly Stamped[]): StockRecord[] => [
  ...new Map(entries.map(({ recordId, after }) => [recordId, after])).values(),
]

const columnsOf =
  <R>(rows: readonly R[]) =>
  <T>(pick: (row: R) => T): T[] =>
    rows.map(pick)

/** The parameters of WRITE_BATCH, column by column: one array each, however many entries the batch has. */
export const writeParameters = (
  entries: readonly Stamped[],
  added: readonly TouchedPart[],
  now: StockView['now'],
): unknown[] => {
  const level = columnsOf(lastLevels(entries))
  const entry = columnsOf(entries)
  const part = columnsOf(added.map((touched) => touched.part))
  return [
    now.toISOString(),
    ints(level((l) => l.recordId)),
    ints(level((l) => l.version)),
    ints(level((l) => l.onHand)),
    ints(level((l) => l.reserved)),
    ints(level((l) => l.allocated)),
    ints(level((l) => l.unavailable)),
    ints(level((l) => l.short)),
    ints(level((l) => l.safetyStock)),
    ints(level((l) => l.oversellCap)),
    ints(entry((e) => e.recordId)),
    ints(entry((e) => e.after.version)),
    texts(entry((e) => e.event.type)),
    ints(entry((e) => e.event.quantity)),
    rareTexts(entry((e) => e.event.reservationId)),
    rareTimes(entry((e) => e.event.expiresAt)),
    rareTexts(entry((e) => e.event.reason)),
    rareTexts(entry((e) => e.event.note)),
    texts(entry((e) => e.origin.actor)),
    rareTexts(entry((e) => e.event.cause?.type)),
    rareTexts(entry((e) => e.event.cause?.id)),
    texts(entry((e) => e.origin.correlationId)),
    rareTimes(entry((e) => e.event.effectiveAt)),
    rareTexts(entry((e) => e.event.dedupeKey)),
    entry((e) => stockMessageText(e, now.getTime())).join('\n'),
    texts(part((p) => p.cartId)),
    texts(part((p) => p.reservationId)),
    ints(part((p) => p.recordId)),
    ints(part((p) => p.variantId)),
    ints(part((p) => p.quantity)),
    ints(part((p) => p.requestedUnits)),
    ints(part((p) => p.grantedUnits)),
    ints(part((p) => p.futureUnits)),
    ints(part((p) => p.shipped)),
    texts(part((p) => p.state)),
    times(part((p) => p.expiresAt)),
    ints(part((p) => p.extensions)),
    rareTexts(part((p) => p.shopperId)),
    rareTexts(part((p) => p.addressKey)),
    rareTimes(part((p) => (p.heldAt === now ? undefined : p.heldAt))),
    rareTimes(part((p) => (p.state === 'held' ? undefined : now))),
    rareTexts(part((p) => p.resolution)),
    texts(part((p) => p.correlationId)),
  ]
}

/** The parameters of CHANGE_PARTS. */
export const changeParameters = (changed: readonly TouchedPart[], now: StockView['now']): unknown[] => {
  const part = columnsOf(changed.map((touched) => touched.part))
  return [
    now.toISOString(),
    texts(part((p) => p.cartId)),
    texts(part((p) => p.reservationId)),
    ints(part((p) => p.recordId)),
    ints(part((p) => p.quantity)),
    ints(part((p) => p.futureUnits)),
    ints(part((p) => p.shipped)),
    texts(part((p) => p.state)),
    times(part((p) => p.expiresAt)),
    ints(part((p) => p.extensions)),
    texts(part((p) => p.resolution)),
  ]
}
