import { type Day, daySchema } from '../supply/day'
import { isFormula, plainCell } from './csv-cell'
import type { CsvRow } from './csv-reader'
import { COLUMNS, type FileColumn, type FileKind } from './file-kinds'
import type { RowProblem, RowProblemCode } from './row-problem'

const QUANTITY_MAX = 100_000
const SHOWN_MAX = 80
const FUTURE_MS = 300_000
const TEXT_MAX: Readonly<Partial<Record<FileColumn, number>>> = {
  sku: 64,
  location: 32,
  note: 280,
  row_id: 64,
  supplier: 12,
  purchase_order: 20,
  reference: 80,
}

/** A moment as people and machines write it; without an offset it is UTC. */
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/

const readTime = (text: string): Date | undefined => {
  const match = TIME.exec(text)
  if (!match) return undefined
  const time = match[2] ?? '00:00'
  const at = new Date(`${match[1]}T${time.length === 5 ? `${time}:00` : time}${match[3] ?? 'Z'}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

const YES = ['yes', 'true', '1', 'presale']
const NO = ['no', 'false', '0']

/** Where each column stands, and how many there are. */
export type FileHeader = { readonly places: ReadonlyMap<FileColumn, number>; readonly width: number }

/** Places of a row's cells in its line, for whoever finds something wrong with one later. */
export type CellPlaces = Readonly<Partial<Record<FileColumn, number>>>

/** Reads the cells of one row, each by what it should hold; what is wrong gathers in `problems`. */
export const cellsOfRow = (kind: FileKind, { places, width }: FileHeader, { line, cells }: CsvRow) => {
  const problems: RowProblem[] = []
  const cell = (column: FileColumn) => {
    const place = places.get(column)
    return place === undefined ? undefined : cells[place]
  }
  const fail = (column: FileColumn, code: RowProblemCode): undefined => {
    const wrong = cell(column)
    const name = columnName(kind, column)
    const value = wrong === undefined ? {} : { value: wrong.text.slice(0, SHOWN_MAX) }
    problems.push({ line, column: wrong?.column ?? 1, name, code, ...value })
    return undefined
  }
  /** The cell's text, trimmed; nothing where it is empty, which is wrong where it is needed. */
  const written = (column: FileColumn, needed: boolean): string | undefined => {
    const plain = cell(column)?.text.trim() ?? ''
    return plain === '' ? (needed ? fail(column, 'EMPTY_CELL') : undefined) : plain
  }
  if (cells.length !== width) {
    const code = cells.length < width ? 'CELLS_MISSING' : 'CELLS_TOO_MANY'
    problems.push({ line, column: cells.at(-1)?.column ?? 1, code })
  }
  return {
    problems,
    isWhole: cells.length === width,
    places: (): CellPlaces =>
      Object.fromEntries([...places].map(([column, place]) => [column, cells[place]?.column ?? 1])),
    text: (column: FileColumn, needed: boolean): string | undefined => {
      const raw = cell(column)
      const plain = raw === undefined ? '' : plainCell(raw.text)
      if (plain === '') return needed ? fail(column, 'EMPTY_CELL') : undefined
      if (raw !== undefined && isFormula(raw.text.trimStart())) return fail(column, 'FORMULA')
      return plain.length > (TEXT_MAX[column] ?? 280) || plain.includes('\u0000')
        ? fail(column, 'CELL_TOO_LONG')
        : plain
    },
    units: (column: FileColumn, { needed, least }: { needed: boolean; least: number }): number | undefined => {
      const plain = written(column, needed)
      if (plain === undefined) return undefined
      if (/^[=@]/.test(plain)) return fail(column, 'FORMULA')
      if (!/^[+-]?\d{1,15}$/.test(plain)) return fail(column, 'NOT_A_NUMBER')
      const number = Number(plain)
      return number < least || number > QUANTITY_MAX ? fail(column, 'OUT_OF_RANGE') : number
    },
    /** A moment that has passed. */
    time: (column: FileColumn, now: Date): Date | undefined => {
      const plain = written(column, false)
      if (plain === undefined) return undefined
      const at = readTime(plain)
      if (at === undefined) return fail(column, 'BAD_TIME')
      return at.getTime() > now.getTime() + FUTURE_MS ? fail(column, 'IN_THE_FUTURE') : at
    },
    /** A day that has not passed. */
    day: (column: FileColumn, today: Day): Day | undefined => {
      const plain = written(column, true)
      if (plain === undefined) return undefined
      if (!daySchema.safeParse(plain).success) return fail(column, 'BAD_DAY')
      return plain < today ? fail(column, 'IN_THE_PAST') : plain
    },
    yes: (column: FileColumn): boolean => {
      const plain = written(column, false)?.toLowerCase()
      if (plain === undefined || NO.includes(plain)) return false
      if (!YES.includes(plain)) fail(column, 'NOT_YES_OR_NO')
      return YES.includes(plain)
    },
  }
}

/** What we call a column in a header of this kind. */
export const columnName = (kind: FileKind, column: FileColumn): string => COLUMNS[kind].names[column]?.[0] ?? column
