import type { StockScope } from '@selvedge/core'

/** The stock levels `l` of a scope; its one value is $1. */
export const scopeSql = (scope: StockScope): string => {
  switch (scope.kind) {
    case 'sku':
      return 'l.variant_id = $1::int'
    case 'location':
      return 'l.location_id = $1::int'
    case 'shop':
      return '$1::int = 0'
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
