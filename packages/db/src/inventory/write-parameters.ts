import type { AppliedEvent, Origin, StockView } from '@selvedge/core'

/** An applied entry with the origin of the command that caused it. */
export type Stamped = AppliedEvent & { readonly origin: Origin }

const iso = (date: Date | undefined): string | null => date?.toISOString() ?? null

/** The parameters of WRITE_BATCH, column by column: one array each, however many entries the batch has. */
export const writeParameters = (entries: readonly Stamped[], view: StockView): unknown[] => {
  const parts = view.touchedParts()
  const column = <T>(pick: (entry: Stamped) => T): T[] => entries.map(pick)
  return [
    column((e) => e.recordId),
    column((e) => e.after.version),
    column((e) => e.event.type),
    column((e) => e.event.quantity),
    column((e) => e.event.cartId ?? null),
    column((e) => e.event.reservationId ?? null),
    column((e) => iso(e.event.expiresAt)),
    column((e) => e.event.reason ?? null),
    column((e) => e.event.note ?? null),
    column((e) => e.origin.actor),
    column((e) => e.event.cause?.type ?? null),
    column((e) => e.event.cause?.id ?? null),
    column((e) => e.origin.correlationId),
    column((e) => e.after.variantId),
    column((e) => e.after.locationId),
    column((e) => e.after.onHand),
    column((e) => e.after.reserved),
    column((e) => e.after.allocated),
    column((e) => e.after.unavailable),
    column((e) => e.after.short),
    column((e) => e.after.safetyStock),
    column((e) => e.after.oversellCap),
    column((e) => iso(e.event.effectiveAt)),
    column((e) => e.event.dedupeKey ?? null),
    view.now.toISOString(),
    parts.map(({ isNew }) => isNew),
    parts.map(({ part }) => part.cartId),
    parts.map(({ part }) => part.reservationId),
    parts.map(({ part }) => part.recordId),
    parts.map(({ part }) => part.variantId),
    parts.map(({ part }) => part.quantity),
    parts.map(({ part }) => part.requestedUnits),
    parts.map(({ part }) => part.grantedUnits ?? null),
    parts.map(({ part }) => part.futureUnits),
    parts.map(({ part }) => part.shipped),
    parts.map(({ part }) => part.state),
    parts.map(({ part }) => part.expiresAt.toISOString()),
    parts.map(({ part }) => part.extensions),
    parts.map(({ part }) => part.shopperId ?? null),
    parts.map(({ part }) => part.addressKey ?? null),
    parts.map(({ part }) => part.heldAt.toISOString()),
    parts.map(({ part }) => part.resolution ?? null),
  ]
}
