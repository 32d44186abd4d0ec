import type { StockRecord, StockState } from '@selvedge/core'
import type pg from 'pg'
import { type StateRow, toState } from '../as-of/state-row'
import { type LevelRow, toRecord } from '../rows'
import type { Partition } from './stream-ledger'

/** What is stored beside the ledger and must agree with it. */
export type Stored = {
  readonly levels: ReadonlyMap<number, StockRecord>
  /** Units of held reservations per record. */
  readonly held: ReadonlyMap<number, number>
  /** Kept states per record and version. */
  readonly snapshots: ReadonlyMap<number, ReadonlyMap<number, StockState>>
}

/** Levels, holds and snapshots of a partition's records or of the records named. */
export const readStored = async (
  client: pg.ClientBase,
  part: Partition | { readonly recordIds: readonly number[] },
): Promise<Stored> => {
  const ours =
    'table' in part
      ? `satisfies_hash_partition('inventory_event'::regclass, ${part.modulus}, ${part.remainder}, record_id)`
      : `record_id = ANY(ARRAY[${part.recordIds.map(Number).join(', ')}]::int[])`
  const levels = await client.query<LevelRow>(`SELECT * FROM stock_level WHERE ${ours}`)
  const held = await client.query<{ record_id: number; units: number }>(
    `SELECT record_id, sum(quantity)::int AS units FROM reservation WHERE state = 'held' AND ${ours} GROUP BY record_id`,
  )
  const kept = await client.query<StateRow & { record_id: number }>(
    `SELECT record_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock
    FROM inventory_snapshot WHERE ${ours}`,
  )
  const snapshots = new Map<number, Map<number, StockState>>()
  for (const row of kept.rows) {
    const ofRecord = snapshots.get(row.record_id) ?? new Map<number, StockState>()
    snapshots.set(row.record_id, ofRecord.set(row.version, toState(row)))
  }
  return {
    levels: new Map(levels.rows.map((row) => [row.record_id, toRecord(row)])),
    held: new Map(held.rows.map((row) => [row.record_id, row.units])),
    snapshots,
  }
}
