import type { ReservationPart, ReservationState, StockRecord, StockSnapshot } from '@selvedge/core'
import { shareKey } from '@selvedge/core'

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
  kind: 'clock' | 'part' | 'shopper' | 'address'
  at: Date | null
  cart_id: string
  id: string
  record_id: number
  variant_id: number
  quantity: number
  requested_units: number
  state: ReservationState
  expires_at: Date
  extensions: number
  held_at: Date
  shopper_id: string | null
  address_key: string | null
  resolution: string | null
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

export const toPart = (row: Omit<UnderLockRow, 'kind' | 'at'>): ReservationPart => ({
  cartId: row.cart_id,
  reservationId: row.id,
  recordId: row.record_id,
  variantId: row.variant_id,
  quantity: row.quantity,
  requestedUnits: row.requested_units,
  state: row.state,
  expiresAt: row.expires_at,
  extensions: row.extensions,
  heldAt: row.held_at,
  ...(row.shopper_id === null ? {} : { shopperId: row.shopper_id }),
  ...(row.address_key === null ? {} : { addressKey: row.address_key }),
  ...(row.resolution === null ? {} : { resolution: row.resolution }),
})

/** The world of a batch from the two reads made under its locks. */
export const toSnapshot = (
  levels: readonly LevelRow[],
  rows: readonly UnderLockRow[],
  sellingLocations: readonly number[],
): StockSnapshot => {
  let now: Date | undefined
  const parts: ReservationPart[] = []
  const heldUnits = new Map<string, number>()
  for (const row of rows) {
    if (row.kind === 'clock') now = row.at ?? undefined
    else if (row.kind === 'part') parts.push(toPart(row))
    else
      heldUnits.set(
        shareKey(row.kind, row.variant_id, (row.kind === 'shopper' ? row.shopper_id : row.address_key) ?? ''),
        row.quantity,
      )
  }
  if (!now) throw new Error('the database told no time')
  return { now, records: levels.map(toRecord), sellingLocations, parts, heldUnits }
}
