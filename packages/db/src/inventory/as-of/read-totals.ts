import { type Moment, STOCK_FIGURES, type StockScope, type StockTotals } from '@selvedge/core'
import type pg from 'pg'
import { byQuickestWay } from './choose-way'
import { FIGURE_COLUMN } from './fold-sql'
import { scopeStatesSql, scopeValue } from './scope-states-sql'
import { type StateRow, toState } from './state-row'

/** Sums over every record of a scope at a moment. */
export const readTotals = async (pool: pg.Pool, scope: StockScope, { at, axis }: Moment): Promise<StockTotals> => {
  const sums = STOCK_FIGURES.map(
    (figure) => `coalesce(sum(${FIGURE_COLUMN[figure]}), 0)::int AS ${FIGURE_COLUMN[figure]}`,
  ).join(', ')
  const { rows } = await byQuickestWay(pool, scope, [at], (client, [way = 'many']) =>
    client.query<StateRow & { records: number; available: number }>({
      ...(way === 'few' ? { name: `stock-totals-${scope.kind}-${axis}` } : {}),
      text: `SELECT count(*) FILTER (WHERE version > 0)::int AS records, coalesce(sum(version), 0)::int AS version, ${sums},
        coalesce(sum(greatest(0, on_hand - allocated - reserved - unavailable - safety_stock)), 0)::int AS available
      FROM (${scopeStatesSql(scope, { at: '$2', axis, way })}) t`,
      values: [scopeValue(scope), at],
    }),
  )
  const row = rows[0]
  if (!row) throw new Error('a sum without a row')
  return { ...toState(row), records: row.records, available: row.available }
}
