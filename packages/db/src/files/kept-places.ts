import type { CellPlaces, FileColumn } from '@selvedge/core'

/** Cells of a shipment's row that may have become wrong by the time it is applied, in the order in which their places are kept. */
const COLUMNS = [
  'supplier',
  'location',
  'sku',
  'expected_on',
  'reference',
  'purchase_order',
] as const satisfies readonly FileColumn[]
export type KeptColumn = (typeof COLUMNS)[number]

/** As an array of PostgreSQL's. */
export const keptPlaces = (places: CellPlaces): string => `{${COLUMNS.map((column) => places[column] ?? 1).join(',')}}`

/** Where the cell stands in its line; 1 where that was not kept. */
export const placeOf = (places: readonly number[], column: KeptColumn): number => places[COLUMNS.indexOf(column)] ?? 1
