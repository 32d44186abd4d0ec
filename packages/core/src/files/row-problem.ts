export const ROW_PROBLEMS = [
  'OPEN_QUOTE',
  'STRAY_QUOTE',
  'CELL_TOO_LONG',
  'CELLS_MISSING',
  'CELLS_TOO_MANY',
  'EMPTY_CELL',
  'NOT_A_NUMBER',
  'OUT_OF_RANGE',
  'BAD_TIME',
  'IN_THE_FUTURE',
  'BAD_DAY',
  'IN_THE_PAST',
  'NOT_YES_OR_NO',
  'FORMULA',
  'UNKNOWN_SKU',
  'UNKNOWN_LOCATION',
  'NOT_A_SUPPLIER',
  'NEVER_STOCKED',
  'REPEATED',
  'UNKNOWN_SUPPLIER',
  'UNKNOWN_PURCHASE_ORDER',
  'PURCHASE_ORDER_NOT_OPEN',
  'OTHER_SUPPLIER',
  'ALREADY_ANNOUNCED',
  'DIFFERS',
  'TOO_MANY_LINES',
] as const
export type RowProblemCode = (typeof ROW_PROBLEMS)[number]

/** One thing wrong with one cell: `column` is its place in the line, in characters, from 1. */
export type RowProblem = {
  readonly line: number
  readonly column: number
  readonly name?: string
  readonly code: RowProblemCode
  /** The cell, cut short. */
  readonly value?: string
}
