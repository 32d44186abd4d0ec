import { STOCK_FIGURES, type StockState } from '@selvedge/core'
import type pg from 'pg'
import { FIGURE_COLUMN } from '../as-of/fold-sql'

export type KeptState = { readonly recordId: number; readonly state: StockState; readonly recordedAt: string | Date }

const AT_ONCE = 10_000
const COLUMNS = STOCK_FIGURES.map((figure) => FIGURE_COLUMN[figure])
const SET = ['version', ...COLUMNS].map((column) => `${column} = excluded.${column}`).join(', ')

const columnsOf = (states: readonly { recordId: number; state: StockState }[]): unknown[][] => [
  states.map(({ recordId }) => recordId),
  states.map(({ state }) => state.version),
  ...STOCK_FIGURES.map((figure) => states.map(({ state }) => state[figure])),
]

const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, n) => rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE))

/** Levels as their streams say; one that is missing is made. For the rebuild alone: everybody else goes by the engine. */
export const writeLevels = async (
  client: pg.ClientBase,
  levels: readonly { recordId: number; state: StockState }[],
): Promise<void> => {
  for (const some of slices(levels)) {
    await client.query(
      `INSERT INTO stock_level (record_id, variant_id, location_id, version, ${COLUMNS.join(', ')})
      SELECT u.record_id, r.variant_id, r.location_id, u.version, ${COLUMNS.map((column) => `u.${column}`).join(', ')}
      FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
        AS u(record_id, version, ${COLUMNS.join(', ')}) JOIN inventory_record r ON r.id = u.record_id
      ON CONFLICT (record_id) DO UPDATE SET ${SET}`,
      columnsOf(some),
    )
  }
}

/** Keeps states of streams; the same one again changes nothing. */
export const writeSnapshots = async (client: pg.Pool | pg.ClientBase, kept: readonly KeptState[]): Promise<void> => {
  for (const some of slices(kept)) {
    await client.query(
      `INSERT INTO inventory_snapshot (record_id, version, ${COLUMNS.join(', ')}, recorded_at)
      SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::timestamptz[])
      ON CONFLICT (record_id, version) DO UPDATE SET recorded_at = excluded.recorded_at, ${SET}`,
      [...columnsOf(some), some.map(({ recordedAt }) => recordedAt)],
    )
  }
}
