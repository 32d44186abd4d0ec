import type { StockScope, TimeAxis } from '@selvedge/core'
import { statesSql } from './as-of-sql'
import { manyStatesSql } from './many-states-sql'

/** The records `l` of a scope; its one value is $1. */
const scopeSql = (scope: StockScope): string => {
  switch (scope.kind) {
    case 'sku':
      return 'l.variant_id = $1::int'
    case 'location':
      return 'l.location_id = $1::int'
    case 'shop':
      return '$1::int = 0'
  }
}

/** Which of a scope's records: all after one, or so many of them in the order of their ids; parameters of the statement. */
export type ScopePage = { readonly after?: string; readonly limit?: string }

/**
 * States of the records of a scope at the moment `at`. `isMany`: of a place or the shop, all or nearly; a SKU lies at few
 * places, and a page shows few.
 */
export const scopeStatesSql = (
  scope: StockScope,
  { at, axis, isMany }: { at: string; axis: TimeAxis; isMany: boolean },
  { after, limit }: ScopePage = {},
): string => {
  const ids = `FROM inventory_record l WHERE ${scopeSql(scope)}${after === undefined ? '' : ` AND l.id > ${after}`}${
    limit === undefined ? '' : ` ORDER BY l.id LIMIT ${limit}`
  }`
  const moment = `${at}::timestamptz`
  return isMany && scope.kind !== 'sku'
    ? manyStatesSql(`SELECT l.id AS record_id ${ids}`, moment, axis)
    : statesSql(`SELECT l.id AS record_id, ${moment} AS at, l.id AS ord ${ids}`, axis)
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
