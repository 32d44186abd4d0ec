import { type Moment, type RecordChange, STOCK_FIGURES, type StockScope } from '@selvedge/core'
import type pg from 'pg'
import { byQuickestWay } from './choose-way'
import { FIGURE_COLUMN } from './fold-sql'
import { NAMED, type NamedStateRow, toRecordAsOf } from './read-records'
import { scopeStatesSql, scopeValue, type Way } from './scope-states-sql'

type ChangeRow = NamedStateRow & { [Column in keyof NamedStateRow as `before_${Column}`]?: number }

const COLUMNS = ['version', ...STOCK_FIGURES.map((figure) => FIGURE_COLUMN[figure])]

/** Records of a scope whose state is not the same at both moments, a page by record id. */
export const readChanges = async (
  pool: pg.Pool,
  scope: StockScope,
  from: Moment,
  to: Moment,
  page: { afterRecordId?: number; limit: number },
): Promise<RecordChange[]> => {
  const statesAt = (at: string, { axis }: Moment, way: Way = 'many'): string =>
    scopeStatesSql(scope, { at, axis, way }, { after: '$4::int' })
  const before = COLUMNS.map((column) => `b.${column} AS before_${column}`).join(', ')
  const { rows } = await byQuickestWay(pool, scope, [from.at, to.at], (client, ways) =>
    client.query<ChangeRow>({
      text: `WITH b AS MATERIALIZED (${statesAt('$2', from, ways[0])}), a AS MATERIALIZED (${statesAt('$3', to, ways[1])}),
      t AS MATERIALIZED (SELECT a.*, ${before} FROM a JOIN b USING (record_id)
        WHERE (${COLUMNS.map((column) => `a.${column}`).join(', ')}) IS DISTINCT FROM (${COLUMNS.map((column) => `b.${column}`).join(', ')})
        ORDER BY record_id LIMIT $5::int)
      ${NAMED}`,
      values: [scopeValue(scope), from.at, to.at, page.afterRecordId ?? 0, page.limit],
    }),
  )
  return rows.map((row) => ({
    after: toRecordAsOf(row),
    before: toRecordAsOf({
      ...row,
      version: row.before_version ?? 0,
      on_hand: row.before_on_hand ?? 0,
      reserved: row.before_reserved ?? 0,
      allocated: row.before_allocated ?? 0,
      unavailable: row.before_unavailable ?? 0,
      short: row.before_short ?? 0,
      oversell_cap: row.before_oversell_cap ?? 0,
      safety_stock: row.before_safety_stock ?? 0,
    }),
  }))
}
