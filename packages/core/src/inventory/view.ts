import type { Cause } from '../origin'
import type { Holder } from './commands'
import type { StockEvent } from './events'
import { evolve } from './evolve'
import { evolvePart } from './evolve-part'
import { boughtUnits, heldUnits, type ReservationPart } from './reservation'
import type { StockRecord } from './state'

/** What the adapter read under lock: the whole world a batch of commands is decided in. */
export type StockSnapshot = {
  /** The database's clock, read after the locks. */
  readonly now: Date
  readonly records: readonly StockRecord[]
  /** Locations that sell online, in the order a hold tries them. */
  readonly sellingLocations: readonly number[]
  readonly parts: readonly ReservationPart[]
  /** Held units per holder and SKU, due ones included as they are expired first: key as of `shareKey`. */
  readonly heldUnits: ReadonlyMap<string, number>
  /** Units bought before, within the policy's window, for the limits per customer: key as of `shareKey`. */
  readonly boughtUnits?: ReadonlyMap<string, number>
  /** Versions of entries recorded before under the dedupe keys that the batch names: key as of `dedupeKeyOf`. */
  readonly seen?: ReadonlyMap<string, number>
}

export type AppliedEvent = { readonly recordId: number; readonly event: StockEvent; readonly after: StockRecord }
export type TouchedPart = { readonly part: ReservationPart; readonly isNew: boolean }

export const shareKey = (by: 'shopper' | 'address', variantId: number, who: string): string =>
  `${by}|${variantId}|${who}`
const reservationKey = (cartId: string, reservationId: string): string => `${cartId}|${reservationId}`

export const dedupeKeyOf = (recordId: number, key: string): string => `${recordId}|${key}`

/**
 * The working copy a batch is decided on: rules read it and apply events to it, later commands of the batch see the
 * effect of earlier ones, and a refused command is rolled back whole. In memory only; the adapter writes `applied`.
 */
export class StockView {
  readonly now: Date
  private readonly records = new Map<number, StockRecord>()
  private readonly recordsByVariant = new Map<number, number[]>()
  private readonly parts = new Map<string, ReservationPart[]>()
  private readonly heldUnits: Map<string, number>
  private readonly boughtUnits: Map<string, number>
  private readonly seenKeys: Map<string, number>
  private readonly touched = new Map<string, TouchedPart>()
  private readonly undo: (() => void)[] = []
  private cause: Cause | undefined
  readonly applied: AppliedEvent[] = []

  constructor(snapshot: StockSnapshot) {
    this.now = snapshot.now
    this.heldUnits = new Map(snapshot.heldUnits)
    this.boughtUnits = new Map(snapshot.boughtUnits)
    this.seenKeys = new Map(snapshot.seen)
    const rank = new Map(snapshot.sellingLocations.map((locationId, index) => [locationId, index]))
    for (const record of snapshot.records) this.records.set(record.recordId, record)
    const selling = snapshot.records.filter((record) => rank.has(record.locationId))
    selling.sort((a, b) => (rank.get(a.locationId) ?? 0) - (rank.get(b.locationId) ?? 0) || a.recordId - b.recordId)
    for (const { variantId, recordId } of selling) {
      const ids = this.recordsByVariant.get(variantId)
      if (ids) ids.push(recordId)
      else this.recordsByVariant.set(variantId, [recordId])
    }
    // By record, whatever order they were found in: rules that go through a reservation's parts decide the same each time.
    for (const part of [...snapshot.parts].sort((a, b) => a.recordId - b.recordId)) this.addPart(part)
  }

  record(recordId: number): StockRecord | undefined {
    return this.records.get(recordId)
  }

  /** The record if it is of that SKU: a command that names a record under another SKU names none. */
  recordOf(variantId: number, recordId: number): StockRecord | undefined {
    const record = this.records.get(recordId)
    return record?.variantId === variantId ? record : undefined
  }

  /** Records a hold of this SKU may draw from, in the order of preference. */
  sellingRecords(variantId: number): StockRecord[] {
    return (this.recordsByVariant.get(variantId) ?? []).flatMap((id) => this.records.get(id) ?? [])
  }

  reservation(cartId: string, reservationId: string): readonly ReservationPart[] {
    return this.parts.get(reservationKey(cartId, reservationId)) ?? []
  }

  /** Every reservation known that is held, one list of parts each. */
  heldReservations(): readonly (readonly ReservationPart[])[] {
    return [...this.parts.values()].filter((parts) => parts[0]?.state === 'held')
  }

  heldBy(by: 'shopper' | 'address', variantId: number, who: string | undefined): number {
    return who === undefined ? 0 : (this.heldUnits.get(shareKey(by, variantId, who)) ?? 0)
  }

  boughtBy(by: 'shopper' | 'address', variantId: number, who: string | undefined): number {
    return who === undefined ? 0 : (this.boughtUnits.get(shareKey(by, variantId, who)) ?? 0)
  }

  /** Version of the record's entry under this key, if there is one. */
  seen(recordId: number, dedupeKey: string): number | undefined {
    return this.seenKeys.get(dedupeKeyOf(recordId, dedupeKey))
  }

  /** Parts touched since they were last taken. */
  touchedParts(): TouchedPart[] {
    return [...this.touched.values()]
  }

  /** As `touchedParts`, and lets go of them: they are about to be written, so they stand and are not new any more. */
  takeTouched(): TouchedPart[] {
    const touched = this.touchedParts()
    this.touched.clear()
    this.undo.length = 0
    return touched
  }

  /** What makes the entries that follow happen: whichever names no cause of its own has this one. */
  because(cause: Cause | undefined): void {
    this.cause = cause
  }

  /** Applies one entry to a record and to the reservation part it names. */
  apply(recordId: number, said: StockEvent): StockRecord {
    const event = said.cause || !this.cause ? said : { ...said, cause: this.cause }
    const before = this.records.get(recordId)
    if (!before) throw new Error(`record ${recordId} is not part of this batch`)
    const after = evolve(before, event)
    this.records.set(recordId, after)
    this.applied.push({ recordId, event, after })
    this.undo.push(() => {
      this.records.set(recordId, before)
      this.applied.pop()
    })
    if (event.dedupeKey !== undefined) this.remember(dedupeKeyOf(recordId, event.dedupeKey), after.version)
    if (event.cartId && event.reservationId && event.type !== 'Reserved') this.changePart(recordId, event)
    return after
  }

  /** A new hold on one record: the entry and its reservation part. */
  reserve(
    record: StockRecord,
    units: number,
    hold: Omit<ReservationPart, 'recordId' | 'variantId' | 'quantity'>,
    event: StockEvent,
  ): void {
    this.apply(record.recordId, event)
    const part: ReservationPart = { ...hold, recordId: record.recordId, variantId: record.variantId, quantity: units }
    this.place(part)
  }

  /** Puts a part where it belongs, new or instead of the one at that record. */
  place(part: ReservationPart): void {
    const parts = this.parts.get(reservationKey(part.cartId, part.reservationId))
    const index = parts?.findIndex((candidate) => candidate.recordId === part.recordId) ?? -1
    const before = parts?.[index]
    if (parts && before) {
      parts[index] = part
      this.undo.push(() => {
        parts[index] = before
      })
    } else {
      this.addPart(part)
      this.undo.push(() => void this.parts.get(reservationKey(part.cartId, part.reservationId))?.pop())
    }
    this.touch(part, before === undefined)
    this.recount(before, part)
  }

  savepoint(): number {
    return this.undo.length
  }

  rollback(savepoint: number): void {
    while (this.undo.length > savepoint) this.undo.pop()?.()
  }

  private addPart(part: ReservationPart): void {
    const key = reservationKey(part.cartId, part.reservationId)
    const parts = this.parts.get(key)
    if (!parts) this.parts.set(key, [part])
    else if (!parts.some((known) => known.recordId === part.recordId)) parts.push(part)
  }

  private changePart(recordId: number, event: StockEvent): void {
    const parts = this.parts.get(reservationKey(event.cartId ?? '', event.reservationId ?? ''))
    const index = parts?.findIndex((candidate) => candidate.recordId === recordId) ?? -1
    const before = parts?.[index]
    if (!parts || !before) throw new Error(`reservation ${event.reservationId} has no part at record ${recordId}`)
    const after = evolvePart(before, event)
    parts[index] = after
    this.undo.push(() => {
      parts[index] = before
    })
    this.touch(after, false)
    this.recount(before, after)
  }

  private remember(key: string, version: number): void {
    this.seenKeys.set(key, version)
    this.undo.push(() => void this.seenKeys.delete(key))
  }

  private touch(part: ReservationPart, isNew: boolean): void {
    const key = `${reservationKey(part.cartId, part.reservationId)}|${part.recordId}`
    const earlier = this.touched.get(key)
    this.touched.set(key, { part, isNew: isNew || (earlier?.isNew ?? false) })
    this.undo.push(() => {
      if (earlier) this.touched.set(key, earlier)
      else this.touched.delete(key)
    })
  }

  /** Keeps what holders hold and bought, for the limits that later commands of the batch meet. */
  private recount(before: ReservationPart | undefined, after: ReservationPart): void {
    const held = heldUnits(after) - (before ? heldUnits(before) : 0)
    const bought = boughtUnits(after) - (before ? boughtUnits(before) : 0)
    for (const [by, who] of [
      ['shopper', after.shopperId],
      ['address', after.addressKey],
    ] as const) {
      if (who === undefined) continue
      const key = shareKey(by, after.variantId, who)
      this.add(this.heldUnits, key, held)
      this.add(this.boughtUnits, key, bought)
    }
  }

  private add(counts: Map<string, number>, key: string, units: number): void {
    if (units === 0) return
    const before = counts.get(key) ?? 0
    counts.set(key, Math.max(0, before + units))
    this.undo.push(() => void counts.set(key, before))
  }
}

/** The holder's fields as a reservation part stores them. */
export const holderFields = (holder: Holder): Pick<ReservationPart, 'cartId' | 'shopperId' | 'addressKey'> => ({
  cartId: holder.cartId,
  ...(holder.shopperId === undefined ? {} : { shopperId: holder.shopperId }),
  ...(holder.addressKey === undefined ? {} : { addressKey: holder.addressKey }),
})
