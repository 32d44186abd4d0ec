import {
  type CsvFault,
  type CsvRow,
  createCsvReader,
  detectDelimiter,
  type FileKind,
  type FileRefusal,
  type FileRow,
  type RowProblem,
  type RowProblemCode,
  readHeader,
  readRow,
} from '@selvedge/core'
import type pg from 'pg'
import { readDirectory, recordKey } from '../sync/read-books'
import { readChunks } from './chunks'

const ROWS_AT_ONCE = 2_000
/** Problems kept for the list; every one is counted. */
const PROBLEMS_KEPT = 100_000
export const CHECK_LEASE_MS = 60_000

export type FileToCheck = {
  readonly id: string
  readonly kind: FileKind
  readonly encoding: string
}

type Progress = { rows: number; goodRows: number; badRows: number; problems: number }

/**
 * Reads a whole file and writes down its good rows and everything that is wrong with the others; no stock changes.
 * Killed in the middle it is begun anew.
 */
export const checkFile = async (pool: pg.Pool, { id, kind, encoding }: FileToCheck): Promise<void> => {
  await pool.query('DELETE FROM file_row WHERE job_id = $1', [id])
  await pool.query('DELETE FROM file_problem WHERE job_id = $1', [id])
  const { rows: clock } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const now = clock[0]?.now ?? new Date(Number.NaN)
  const suppliers = await supplierCodes(pool, kind)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const progress: Progress = { rows: 0, goodRows: 0, badRows: 0, problems: 0 }
  const lineOf = { record: new Map<string, number>(), rowId: new Map<string, number>() }
  let reader: ReturnType<typeof createCsvReader> | undefined
  let delimiter = ','
  let head = ''
  let header: { places: Parameters<typeof readRow>[1]; width: number } | undefined
  let refusal: FileRefusal | undefined
  let rows: FileRow[] = []
  let problems: RowProblem[] = []

  const flush = async (): Promise<void> => {
    await lookUp()
    await write()
  }
  /** What rows name is looked up for many at once. */
  const lookUp = async (): Promise<void> => {
    const directory = await readDirectory(
      pool,
      rows.map(({ sku }) => sku),
    )
    const good: Placed[] = []
    for (const row of rows) {
      const locationId = directory.locations.get(row.location)
      const variantId = directory.variants.get(row.sku)
      const recordId =
        locationId === undefined || variantId === undefined
          ? undefined
          : directory.records.get(recordKey(variantId, locationId))
      const bad = (name: string, code: RowProblemCode, value: string): void => {
        problems.push({ line: row.line, column: 1, name, code, value })
        progress.badRows++
      }
      const key = `${row.sku} ${row.location}`
      if (variantId === undefined) bad('sku', 'UNKNOWN_SKU', row.sku)
      else if (locationId === undefined) bad('location', 'UNKNOWN_LOCATION', row.location)
      else if (suppliers && !suppliers.has(row.location)) bad('location', 'NOT_A_SUPPLIER', row.location)
      else if (recordId === undefined) bad('sku', 'NEVER_STOCKED', row.sku)
      else if (lineOf.record.has(key)) bad('sku', 'REPEATED', `as line ${lineOf.record.get(key)}`)
      else if (lineOf.rowId.has(row.rowId)) bad('row_id', 'REPEATED', `as line ${lineOf.rowId.get(row.rowId)}`)
      else {
        lineOf.record.set(key, row.line)
        lineOf.rowId.set(row.rowId, row.line)
        good.push({ ...row, recordId })
      }
    }
    await insertRows(pool, id, progress.goodRows, good)
    progress.goodRows += good.length
    rows = []
  }
  const write = async (): Promise<void> => {
    const kept = problems.slice(0, Math.max(0, PROBLEMS_KEPT - progress.problems))
    await insertProblems(pool, id, progress.problems, kept)
    progress.problems += kept.length
    problems = []
    await pool.query(
      `UPDATE file_job SET rows = $2, good_rows = $3, bad_rows = $4,
         lease_until = clock_timestamp() + $5 * interval '1 millisecond' WHERE id = $1`,
      [id, progress.rows, progress.goodRows, progress.badRows, CHECK_LEASE_MS],
    )
  }
  const takeRow = (row: CsvRow): void => {
    if (!header) {
      const texts = row.cells.map(({ text }) => text)
      const read = readHeader(kind, texts)
      if ('problem' in read) refusal = read.problem
      else header = { places: read.places, width: texts.length }
      return
    }
    progress.rows++
    const read = readRow(kind, header.places, header.width, row, now)
    if ('row' in read) rows.push(read.row)
    else {
      progress.badRows++
      problems.push(...read.problems)
    }
  }
  const takeFault = (fault: CsvFault): void => {
    progress.rows++
    progress.badRows++
    problems.push(fault)
  }
  const take = async (text: string, isLast: boolean): Promise<void> => {
    if (!reader) {
      head += text
      const end = head.search(/[\r\n]/)
      if (end < 0 && !isLast) return
      delimiter = detectDelimiter(end < 0 ? head : head.slice(0, end))
      reader = createCsvReader(detectDelimiter(end < 0 ? head : head.slice(0, end)))
      text = head
    }
    const pieces = [reader.push(text), ...(isLast ? [reader.finish()] : [])]
    for (const piece of pieces) {
      for (const fault of piece.faults) takeFault(fault)
      for (const row of piece.rows) {
        if (refusal) return
        takeRow(row)
        if (rows.length >= ROWS_AT_ONCE) await flush()
      }
    }
    if (problems.length >= ROWS_AT_ONCE) await flush()
  }

  for await (const bytes of readChunks(pool, id)) {
    await take(decoder.decode(bytes, { stream: true }), false)
    if (refusal) break
  }
  if (!refusal) await take(decoder.decode(), true)
  if (!refusal && !header) refusal = { code: 'EMPTY' }
  await flush()
  await pool.query(
    `UPDATE file_job SET state = $2, refusal = $3, delimiter = $4, checked_at = clock_timestamp(), lease_until = NULL
      WHERE id = $1 AND state = 'checking'`,
    [id, refusal ? 'refused' : 'ready', refusal ? JSON.stringify(refusal) : null, delimiter],
  )
}

type Placed = FileRow & { readonly recordId: number }

/** Codes of suppliers' locations, where a file may hold nothing else. */
const supplierCodes = async (pool: pg.Pool, kind: FileKind): Promise<ReadonlySet<string> | undefined> => {
  if (kind !== 'supplier') return undefined
  const { rows } = await pool.query<{ code: string }>(`SELECT code FROM location WHERE kind = 'supplier'`)
  return new Set(rows.map(({ code }) => code))
}

const insertRows = async (pool: pg.Pool, id: string, before: number, rows: readonly Placed[]): Promise<void> => {
  if (rows.length === 0) return
  await pool.query(
    `INSERT INTO file_row (job_id, no, line, row_id, record_id, quantity, safety_stock, at, note)
     SELECT $1, $2 + r.ord, r.line, r.row_id, r.record_id, r.quantity, r.safety_stock, r.at, r.note
       FROM unnest($3::int[], $4::text[], $5::int[], $6::int[], $7::int[], $8::timestamptz[], $9::text[])
         WITH ORDINALITY AS r(line, row_id, record_id, quantity, safety_stock, at, note, ord)`,
    [
      id,
      before,
      rows.map(({ line }) => line),
      rows.map(({ rowId }) => rowId),
      rows.map(({ recordId }) => recordId),
      rows.map(({ quantity }) => quantity),
      rows.map(({ safetyStock }) => safetyStock ?? null),
      rows.map(({ at }) => at?.toISOString() ?? null),
      rows.map(({ note }) => note ?? null),
    ],
  )
}

const insertProblems = async (
  pool: pg.Pool,
  id: string,
  before: number,
  problems: readonly RowProblem[],
): Promise<void> => {
  if (problems.length === 0) return
  await pool.query(
    `INSERT INTO file_problem (job_id, no, line, "column", name, code, value)
     SELECT $1, $2 + p.ord, p.line, p.col, p.name, p.code, p.value
       FROM unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[])
         WITH ORDINALITY AS p(line, col, name, code, value, ord)`,
    [
      id,
      before,
      problems.map(({ line }) => line),
      problems.map(({ column }) => column),
      problems.map(({ name }) => name ?? null),
      problems.map(({ code }) => code),
      problems.map(({ value }) => value ?? null),
    ],
  )
}
