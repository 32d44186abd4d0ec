import type { StockScope, TimeAxis } from '@selvedge/core'
import { statesSql } from './as-of-sql'
import { closedStatesSql } from './closed-states-sql'
import { manyStatesSql } from './many-states-sql'

/** The records `l`, or closes `l`, of a scope; its one value is $1. */
const scopeSql = (scope: StockScope, l: string): string => {
  switch (scope.kind) {
    case 'sku':
      return `${l}.variant_id = $1::int`
    case 'location':
      return `${l}.location_id = $1::int`
    case 'shop':
      return '$1::int = 0'
  }
}

/** Which of a scope's records: all after one, or so many of them in the order of their ids; parameters of the statement. */
export type ScopePage = { readonly after?: string; readonly limit?: string }

/**
 * How states of a scope are found. `few`: record by record; a SKU lies at few places, and a page shows few. `many`: all of a
 * place or nearly, kept states of its records in one pass. `closed`: the same from its last close, which must be there.
 */
export type Way = 'few' | 'many' | 'closed'

/** States of the records of a scope at the moment `at`. */
export const scopeStatesSql = (
  scope: StockScope,
  { at, axis, way }: { at: string; axis: TimeAxis; way: Way },
  { after, limit }: ScopePage = {},
): string => {
  const ids = `FROM inventory_record l WHERE ${scopeSql(scope, 'l')}${after === undefined ? '' : ` AND l.id > ${after}`}${
    limit === undefined ? '' : ` ORDER BY l.id LIMIT ${limit}`
  }`
  const moment = `${at}::timestamptz`
  switch (way) {
    case 'few':
      return statesSql(`SELECT l.id AS record_id, ${moment} AS at, l.id AS ord ${ids}`, axis)
    case 'many':
      return manyStatesSql(`SELECT l.id AS record_id ${ids}`, moment, axis)
    case 'closed':
      return closedStatesSql(`SELECT l.id AS record_id ${ids}`, scopeSql(scope, 'c'), moment, axis)
  }
}

export const scopeValue = (scope: StockScope): number => {
  switch (scope.kind) {
    case 'sku':
      return scope.variantId
    case 'location':
      return scope.locationId
    case 'shop':
      return 0
  }
}
