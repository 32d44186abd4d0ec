import { availableToSell, type Moment, type RecordAsOf, type StockScope } from '@selvedge/core'
import type pg from 'pg'
import { byQuickestWay } from './choose-way'
import { scopeStatesSql, scopeValue, type Way } from './scope-states-sql'
import { type StateRow, toState } from './state-row'

export type NamedStateRow = StateRow & {
  record_id: number
  variant_id: number
  location_id: number
  sku: string
  title: string
  colour: string
  size: string
  location_code: string
}

/** The words of the records `t.record_id`, for a statement that names them `t`. */
export const NAMED = `SELECT t.*, l.variant_id, l.location_id, v.sku, v.colour, v.size, d.title, lo.code AS location_code
  FROM t JOIN stock_level l USING (record_id) JOIN location lo ON lo.id = l.location_id
  JOIN variant v ON v.id = l.variant_id JOIN product d ON d.id = v.product_id ORDER BY t.record_id`

/** Written out: a place has ten thousand, and a literal that begins with a spread takes V8 five times as long. */
export const toRecordAsOf = (row: NamedStateRow): RecordAsOf => ({
  recordId: row.record_id,
  variantId: row.variant_id,
  locationId: row.location_id,
  sku: row.sku,
  productTitle: row.title,
  colour: row.colour,
  size: row.size,
  locationCode: row.location_code,
  version: row.version,
  onHand: row.on_hand,
  reserved: row.reserved,
  allocated: row.allocated,
  unavailable: row.unavailable,
  short: row.short,
  oversellCap: row.oversell_cap,
  safetyStock: row.safety_stock,
  available: availableToSell(toState(row)),
})

/** Up to so many records each is looked up by itself. */
const FEW = 1_000

/** The records of a scope at a moment, a page by record id. */
export const readRecords = async (
  pool: pg.Pool,
  scope: StockScope,
  { at, axis }: Moment,
  page: { afterRecordId?: number; limit: number },
): Promise<RecordAsOf[]> => {
  const ask = async (client: pg.Pool | pg.ClientBase, way: Way): Promise<RecordAsOf[]> => {
    const { rows } = await client.query<NamedStateRow>({
      // All of a place is planned for the moment it is asked for: a plan for any moment takes few rows for granted.
      ...(way === 'few' ? { name: `stock-records-${scope.kind}-${axis}` } : {}),
      text: `WITH t AS MATERIALIZED (${scopeStatesSql(scope, { at: '$2', axis, way }, { after: '$3::int', limit: '$4::int' })}) ${NAMED}`,
      values: [scopeValue(scope), at, page.afterRecordId ?? 0, page.limit],
    })
    return rows.map(toRecordAsOf)
  }
  if (page.limit <= FEW) return ask(pool, 'few')
  return byQuickestWay(pool, scope, [at], (client, [way = 'many']) => ask(client, way))
}
