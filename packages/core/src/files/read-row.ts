import { isFormula, plainCell } from './csv-cell'
import type { CsvRow } from './csv-reader'
import { COLUMNS, type FileColumn, type FileKind } from './file-kinds'

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
  'FORMULA',
  'UNKNOWN_SKU',
  'UNKNOWN_LOCATION',
  'NOT_A_SUPPLIER',
  'NEVER_STOCKED',
  'REPEATED',
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

export type FileRow = {
  readonly line: number
  readonly rowId: string
  readonly sku: string
  readonly location: string
  readonly quantity: number
  readonly safetyStock?: number
  readonly at?: Date
  readonly note?: string
}

const QUANTITY_MAX = 100_000
const SHOWN_MAX = 80
const FUTURE_MS = 300_000
const TEXT_MAX: Readonly<Partial<Record<FileColumn, number>>> = { sku: 64, location: 32, note: 280, row_id: 64 }

/** A moment as people and machines write it; without an offset it is UTC. */
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/

const readTime = (text: string): Date | undefined => {
  const match = TIME.exec(text)
  if (!match) return undefined
  const time = match[2] ?? '00:00'
  const at = new Date(`${match[1]}T${time.length === 5 ? `${time}:00` : time}${match[3] ?? 'Z'}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** The row, or everything that is wrong with it. What it names is looked up by whoever knows the catalogue. */
export const readRow = (
  kind: FileKind,
  places: ReadonlyMap<FileColumn, number>,
  width: number,
  { line, cells }: CsvRow,
  now: Date,
): { readonly row: FileRow } | { readonly problems: readonly RowProblem[] } => {
  const last = cells.at(-1)?.column ?? 1
  if (cells.length !== width)
    return { problems: [{ line, column: last, code: cells.length < width ? 'CELLS_MISSING' : 'CELLS_TOO_MANY' }] }
  const problems: RowProblem[] = []
  const cell = (column: FileColumn) => {
    const place = places.get(column)
    return place === undefined ? undefined : cells[place]
  }
  const fail = (column: FileColumn, code: RowProblemCode): undefined => {
    const wrong = cell(column)
    const name = COLUMNS[kind].names[column]?.[0] ?? column
    const value = wrong === undefined ? {} : { value: wrong.text.slice(0, SHOWN_MAX) }
    problems.push({ line, column: wrong?.column ?? 1, name, code, ...value })
    return undefined
  }
  const text = (column: FileColumn, needed: boolean): string | undefined => {
    const written = cell(column)
    const plain = written === undefined ? '' : plainCell(written.text)
    if (plain === '') return needed ? fail(column, 'EMPTY_CELL') : undefined
    if (written !== undefined && isFormula(written.text.trimStart())) return fail(column, 'FORMULA')
    return plain.length > (TEXT_MAX[column] ?? 280) || plain.includes('\u0000') ? fail(column, 'CELL_TOO_LONG') : plain
  }
  const units = (column: FileColumn, needed: boolean): number | undefined => {
    const plain = cell(column)?.text.trim() ?? ''
    if (plain === '') return needed ? fail(column, 'EMPTY_CELL') : undefined
    if (/^[=@]/.test(plain)) return fail(column, 'FORMULA')
    if (!/^[+-]?\d{1,15}$/.test(plain)) return fail(column, 'NOT_A_NUMBER')
    const number = Number(plain)
    return number < 0 || number > QUANTITY_MAX ? fail(column, 'OUT_OF_RANGE') : number
  }
  const time = (): Date | undefined => {
    const plain = cell('at')?.text.trim() ?? ''
    if (plain === '') return undefined
    const at = readTime(plain)
    if (at === undefined) return fail('at', 'BAD_TIME')
    return at.getTime() > now.getTime() + FUTURE_MS ? fail('at', 'IN_THE_FUTURE') : at
  }

  const [sku, location] = [text('sku', true), text('location', true)]
  const [quantity, safetyStock, at] = [units('quantity', true), units('safety_stock', false), time()]
  const [note, rowId] = [text('note', false), text('row_id', false)]
  if (problems.length > 0 || sku === undefined || location === undefined || quantity === undefined) return { problems }
  return {
    row: {
      line,
      rowId: rowId ?? `line ${line}`,
      sku,
      location,
      quantity,
      ...(safetyStock === undefined ? {} : { safetyStock }),
      ...(at === undefined ? {} : { at }),
      ...(note === undefined ? {} : { note }),
    },
  }
}
