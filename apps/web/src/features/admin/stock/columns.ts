import { EDITABLE_FIGURES, type EditableFigure, type StockGridRow } from '@selvedge/core'

export type FigureColumn =
  | 'onHand'
  | 'reserved'
  | 'allocated'
  | 'unavailable'
  | 'safetyStock'
  | 'available'
  | 'incoming'
export type Column =
  | { readonly kind: 'product' | 'location' | 'ledger' | 'adjust'; readonly label: string }
  | { readonly kind: 'figure'; readonly figure: FigureColumn; readonly label: string }

/** The columns of the grid from left to right; the first and the last stay in view when the others scroll. */
export const COLUMNS: readonly Column[] = [
  { kind: 'product', label: 'Product' },
  { kind: 'location', label: 'Place' },
  { kind: 'figure', figure: 'available', label: 'Available' },
  { kind: 'figure', figure: 'onHand', label: 'On hand' },
  { kind: 'figure', figure: 'reserved', label: 'Reserved' },
  { kind: 'figure', figure: 'allocated', label: 'Allocated' },
  { kind: 'figure', figure: 'unavailable', label: 'Unavailable' },
  { kind: 'figure', figure: 'safetyStock', label: 'Safety' },
  { kind: 'figure', figure: 'incoming', label: 'Incoming' },
  { kind: 'ledger', label: 'Ledger' },
  { kind: 'adjust', label: 'Adjust' },
]

/** Widths for CSS grid: one product column that takes the rest, figures alike. */
export const COLUMN_WIDTHS =
  'grid-cols-[8.25rem_3.75rem_repeat(7,5.25rem)_4.5rem_2.75rem] md:grid-cols-[minmax(15.5rem,1fr)_4.5rem_repeat(7,5.9rem)_5rem_5.75rem]'

export const LOW_UNITS = 3

/** Whether a person should look: nothing or nearly nothing left to sell here, or promises without units. */
export const isLow = (row: Pick<StockGridRow, 'available'>): boolean => row.available <= LOW_UNITS

/** The figure a column lets one set; undefined where it only shows. */
export const editableOf = (column: Column | undefined): EditableFigure | undefined =>
  column?.kind === 'figure' ? EDITABLE_FIGURES.find((figure) => figure === column.figure) : undefined

/** What a cell says, for a block that is copied into a sheet. */
export const cellText = (column: Column, row: StockGridRow): string => {
  switch (column.kind) {
    case 'product':
      return row.sku
    case 'location':
      return row.locationCode
    case 'figure':
      return String(row[column.figure])
    case 'ledger':
      return `v${row.version}`
    case 'adjust':
      return ''
  }
}
