import type { FileRefusal, RowProblemCode } from '@selvedge/core'

/** Why a whole file is refused, for people. */
export const fileRefusalWords = (refusal: FileRefusal): { title: string; detail: string } => {
  switch (refusal.code) {
    case 'EMPTY':
      return { title: 'There is nothing in it', detail: 'A file begins with a line of column names.' }
    case 'NOT_TEXT':
      return { title: 'This is no text file', detail: 'Save the sheet as CSV (comma separated) and take that file.' }
    case 'UNKNOWN_ENCODING':
      return {
        title: 'Its letters cannot be read for sure',
        detail: 'Save it as CSV in UTF-8. UTF-16 and Windows-1252 are understood too.',
      }
    case 'TOO_MANY_ROWS':
      return {
        title: `More than ${refusal.limit.toLocaleString('en-GB')} rows`,
        detail: 'Nothing of it was kept. Cut it into several files.',
      }
    case 'TOO_LARGE':
      return {
        title: `Larger than ${Math.round(refusal.limitBytes / 1_048_576)} MB`,
        detail: 'Nothing of it was kept. Cut it into several files.',
      }
    case 'HEADER_MISSING':
      return { title: 'A column is missing', detail: `The first line has to name: ${refusal.columns.join(', ')}.` }
    case 'HEADER_UNKNOWN':
      return { title: 'A column is not known', detail: `Take out or rename: ${refusal.columns.join(', ')}.` }
    case 'HEADER_REPEATED':
      return { title: 'A column is there twice', detail: refusal.columns.join(', ') }
  }
}

export const PROBLEM_WORDS: Readonly<Record<RowProblemCode, string>> = {
  OPEN_QUOTE: 'A quote is opened and never closed',
  STRAY_QUOTE: 'A quote in the middle of a cell',
  CELL_TOO_LONG: 'Too long',
  CELLS_MISSING: 'Fewer cells than columns',
  CELLS_TOO_MANY: 'More cells than columns',
  EMPTY_CELL: 'Empty',
  NOT_A_NUMBER: 'Not a whole number',
  OUT_OF_RANGE: 'Too few, or above 100,000',
  BAD_TIME: 'Not a date (2026-11-25 or 2026-11-25 18:30)',
  IN_THE_FUTURE: 'Lies in the future',
  BAD_DAY: 'Not a day (2026-11-25)',
  IN_THE_PAST: 'That day has passed',
  NOT_YES_OR_NO: 'Neither yes nor no',
  FORMULA: 'A formula, which is never taken',
  UNKNOWN_SKU: 'No such SKU',
  UNKNOWN_LOCATION: 'No such location',
  NOT_A_SUPPLIER: "Not a supplier's location",
  NEVER_STOCKED: 'Never stocked at this location',
  REPEATED: 'The same row again',
  UNKNOWN_SUPPLIER: 'No supplier with this code',
  UNKNOWN_PURCHASE_ORDER: 'No such purchase order',
  PURCHASE_ORDER_NOT_OPEN: 'This purchase order is not out',
  OTHER_SUPPLIER: 'This purchase order went to another supplier',
  ALREADY_ANNOUNCED: 'This reference is announced already',
  DIFFERS: 'Differs from its shipment’s first row',
  TOO_MANY_LINES: 'More than 500 lines in one shipment',
}
