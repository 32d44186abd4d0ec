import { evolve, type StockEvent, type StockState } from '@selvedge/core'
import type { PoolClient } from 'pg'
import { copyRows } from './copy-rows'

/** An entry for a record that is written already, at a moment of the past. */
export type LaterEntry = {
  readonly recordId: number
  readonly event: StockEvent
  readonly at: Date
  readonly actor: string
}

type Row = {
  record_id: number
  version: number
  on_hand: number
  reserved: number
  allocated: number
  unavailable: number
  short: number
  oversell_cap: number
  safety_stock: number
  last_at: Date | null
}

/** Appends entries to streams and sets each level to the fold, as the live shop's engine would; answers how many. */
export async function appendEntries(
  client: PoolClient,
  entries: readonly LaterEntry[],
  correlationId: string,
): Promise<number> {
  const { rows } = await client.query<Row>(
    `SELECT l.*, e.recorded_at AS last_at FROM stock_level l
    LEFT JOIN inventory_event e ON e.record_id = l.record_id AND e.version = l.version WHERE l.record_id = ANY($1::int[])`,
    [entries.map((entry) => entry.recordId)],
  )
  const states = new Map<number, StockState>(
    rows.map((row) => [
      row.record_id,
      {
        version: row.version,
        onHand: row.on_hand,
        reserved: row.reserved,
        allocated: row.allocated,
        unavailable: row.unavailable,
        short: row.short,
        oversellCap: row.oversell_cap,
        safetyStock: row.safety_stock,
      },
    ]),
  )
  const lastAt = new Map(rows.map((row) => [row.record_id, row.last_at ?? new Date(0)]))
  const written = entries.map(({ recordId, event, at, actor }) => {
    const before = states.get(recordId)
    if (!before) throw new RangeError(`no level of record ${recordId}`)
    const after = evolve(before, event)
    states.set(recordId, after)
    const { type, quantity, reason, note, cause, reservationId, expiresAt, dedupeKey } = event
    // A stream is recorded in order: what happened before its last entry was written down after it.
    const recordedAt = new Date(Math.max(at.getTime(), lastAt.get(recordId)?.getTime() ?? 0))
    lastAt.set(recordId, recordedAt)
    return [
      recordId,
      after.version,
      type,
      quantity,
      reservationId,
      expiresAt,
      reason,
      note,
      actor,
      cause?.type,
      cause?.id,
      correlationId,
      recordedAt,
      at,
      dedupeKey,
    ]
  })
  await copyRows(
    client,
    'inventory_event',
    `record_id version type quantity reservation_id expires_at reason note actor cause_type cause_id correlation_id
     recorded_at effective_at dedupe_key`.split(/\s+/),
    written,
  )
  const levels = [...states]
  await client.query(
    `UPDATE stock_level l SET version = n.version, on_hand = n.on_hand, unavailable = n.unavailable, oversell_cap = n.oversell_cap,
      reserved = n.reserved, allocated = n.allocated
    FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[])
      AS n(record_id, version, on_hand, unavailable, oversell_cap, reserved, allocated) WHERE l.record_id = n.record_id`,
    [
      levels.map(([recordId]) => recordId),
      levels.map(([, state]) => state.version),
      levels.map(([, state]) => state.onHand),
      levels.map(([, state]) => state.unavailable),
      levels.map(([, state]) => state.oversellCap),
      levels.map(([, state]) => state.reserved),
      levels.map(([, state]) => state.allocated),
    ],
  )
  return entries.length
}
