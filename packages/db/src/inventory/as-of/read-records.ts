import { availableToSell, type Moment, type RecordAsOf, type StockScope } from '@selvedge/core'
import type pg from 'pg'
import { scopeStatesSql, scopeValue } from './scope-states-sql'
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

export const toRecordAsOf = (row: NamedStateRow): RecordAsOf => {
  const state = toState(row)
  return {
    ...state,
    recordId: row.record_id,
    variantId: row.variant_id,
    locationId: row.location_id,
    sku: row.sku,
    productTitle: row.title,
    colour: row.colour,
    size: row.size,
    locationCode: row.location_code,
    available: availableToSell(state),
  }
}

/** Up to so many records each is looked up by itself. */
const FEW = 1_000

/** The records of a scope at a moment, a page by record id. */
export const readRecords = async (
  pool: pg.Pool,
  scope: StockScope,
  { at, axis }: Moment,
  page: { afterRecordId?: number; limit: number },
): Promise<RecordAsOf[]> => {
  const isMany = page.limit > FEW
  const states = scopeStatesSql(scope, { at: '$2', axis, isMany }, { after: '$3::int', limit: '$4::int' })
  const { rows } = await pool.query<NamedStateRow>({
    name: `stock-records-${isMany ? 'many' : 'few'}-${scope.kind}-${axis}`,
    text: `WITH t AS MATERIALIZED (${states}) ${NAMED}`,
    values: [scopeValue(scope), at, page.afterRecordId ?? 0, page.limit],
  })
  return rows.map(toRecordAsOf)
}
