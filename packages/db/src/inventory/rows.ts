import type { ReservationPart, ReservationState, StockRecord, StockSnapshot } from '@selvedge/core'
import { dedupeKeyOf, shareKey } from '@selvedge/core'

export type LevelRow = {
  record_id: number
  variant_id: number
  location_id: number
  version: number
  on_hand: number
  reserved: number
  allocated: number
  unavailable: number
  short: number
  oversell_cap: number
  safety_stock: number
}

export type UnderLockRow = {
  kind: 'clock' | 'part' | 'shopper' | 'address' | 'seen'
  at: Date | null
  cart_id: string
  id: string
  record_id: number
  variant_id: number
  quantity: number
  requested_units: number
  granted_units: number | null
  future_units: number
  shipped: number
  state: ReservationState | 'bought'
  expires_at: Date
  extensions: number
  held_at: Date
  shopper_id: string | null
  address_key: string | null
  /** Of a part; else the key that was seen, or the holder whose units were summed. */
  resolution: string | null
  correlation_id: string | null
}

export const toRecord = (row: LevelRow): StockRecord => ({
  recordId: row.record_id,
  variantId: row.variant_id,
  locationId: row.location_id,
  version: row.version,
  onHand: row.on_hand,
  reserved: row.reserved,
  allocated: row.allocated,
  unavailable: row.unavailable,
  short: row.short,
  oversellCap: row.oversell_cap,
  safetyStock: row.safety_stock,
})

export type PartRow = Omit<UnderLockRow, 'kind' | 'at' | 'state'> & { state: ReservationState }

export const toPart = (row: PartRow): ReservationPart => ({
  cartId: row.cart_id,
  reservationId: row.id,
  recordId: row.record_id,
  variantId: row.variant_id,
  quantity: row.quantity,
  requestedUnits: row.requested_units,
  futureUnits: row.future_units,
  shipped: row.shipped,
  state: row.state,
  expiresAt: row.expires_at,
  extensions: row.extensions,
  heldAt: row.held_at,
  ...(row.granted_units === null ? {} : { grantedUnits: row.granted_units }),
  ...(row.shopper_id === null ? {} : { shopperId: row.shopper_id }),
  ...(row.address_key === null ? {} : { addressKey: row.address_key }),
  ...(row.resolution === null ? {} : { resolution: row.resolution }),
  ...(row.correlation_id === null ? {} : { correlationId: row.correlation_id }),
})

const isPart = (row: UnderLockRow): row is UnderLockRow & { state: ReservationState } => row.kind === 'part'

/** The world of a batch from the two reads made under its locks. */
export const toSnapshot = (
  levels: readonly LevelRow[],
  rows: readonly UnderLockRow[],
  sellingLocations: readonly number[],
): StockSnapshot => {
  let now: Date | undefined
  const parts: ReservationPart[] = []
  const heldUnits = new Map<string, number>()
  const boughtUnits = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const row of rows) {
    if (row.kind === 'clock') now = row.at ?? undefined
    else if (isPart(row)) parts.push(toPart(row))
    else if (row.kind === 'seen') seen.set(dedupeKeyOf(row.record_id, row.resolution ?? ''), row.quantity)
    else if (row.kind === 'shopper' || row.kind === 'address') {
      const units = row.state === 'bought' ? boughtUnits : heldUnits
      units.set(shareKey(row.kind, row.variant_id, row.resolution ?? ''), row.quantity)
    }
  }
  if (!now) throw new Error('the database told no time')
  return { now, records: levels.map(toRecord), sellingLocations, parts, heldUnits, boughtUnits, seen }
}
