import type { StockState, TimeAxis } from '@selvedge/core'
import type pg from 'pg'
import { statesSql } from './as-of-sql'
import { type StateRow, toState } from './state-row'

const PAIRS = 'SELECT $1::int AS record_id, at, ord FROM unnest($2::timestamptz[]) WITH ORDINALITY AS m(at, ord)'

const STATEMENTS: Readonly<Record<TimeAxis, { name: string; text: string }>> = {
  recorded: { name: 'stock-series-recorded', text: `${statesSql(PAIRS, 'recorded')} ORDER BY p.ord` },
  effective: { name: 'stock-series-effective', text: `${statesSql(PAIRS, 'effective')} ORDER BY p.ord` },
}

/** One record's states at several moments of an axis, in their order; a record nobody knows is empty at all of them. */
export const readSeries = async (
  pool: pg.Pool | pg.ClientBase,
  recordId: number,
  axis: TimeAxis,
  moments: readonly Date[],
): Promise<StockState[]> => {
  const { rows } = await pool.query<StateRow>({ ...STATEMENTS[axis], values: [recordId, moments] })
  return rows.map(toState)
}
