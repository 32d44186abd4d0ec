import {
  type CountKind,
  columnName,
  createRowIds,
  type FileColumn,
  type FileRow,
  type RowProblemCode,
  readRow,
} from '@selvedge/core'
import type pg from 'pg'
import { readDirectory, recordKey } from '../sync/read-books'
import type { RowKeeper } from './row-keeper'

type Placed = FileRow & { readonly recordId: number }
type Refused = { readonly column: FileColumn; readonly code: RowProblemCode; readonly value: string }

/** Rows of stock, counts and suppliers' lists: each names a record, once. */
export const keepCounts = async (
  pool: pg.Pool,
  { id, kind, now }: { id: string; kind: CountKind; now: Date },
): Promise<RowKeeper> => {
  const suppliers = await supplierCodes(pool, kind)
  const lineOfRecord = new Map<number, number>()
  const rowIds = createRowIds()
  let rows: FileRow[] = []

  const place = (row: FileRow, directory: Awaited<ReturnType<typeof readDirectory>>): Placed | Refused => {
    const locationId = directory.locations.get(row.location)
    const variantId = directory.variants.get(row.sku)
    if (variantId === undefined) return { column: 'sku', code: 'UNKNOWN_SKU', value: row.sku }
    if (locationId === undefined) return { column: 'location', code: 'UNKNOWN_LOCATION', value: row.location }
    if (suppliers && !suppliers.has(row.location))
      return { column: 'location', code: 'NOT_A_SUPPLIER', value: row.location }
    const recordId = directory.records.get(recordKey(variantId, locationId))
    if (recordId === undefined) return { column: 'sku', code: 'NEVER_STOCKED', value: row.sku }
    const [earlier, twin] = [lineOfRecord.get(recordId), rowIds.lineOf(row.rowId)]
    if (earlier !== undefined) return { column: 'sku', code: 'REPEATED', value: `as line ${earlier}` }
    if (twin !== undefined) return { column: 'row_id', code: 'REPEATED', value: `as line ${twin}` }
    lineOfRecord.set(recordId, row.line)
    rowIds.add(row.rowId, row.line)
    return { ...row, recordId }
  }
  return {
    take: (header, row) => {
      const read = readRow(kind, header, row, now)
      if ('problems' in read) return read.problems
      rows.push(read.row)
      return []
    },
    waiting: () => rows.length,
    keep: async (before) => {
      const taken = rows
      rows = []
      const directory = await readDirectory(
        pool,
        taken.map(({ sku }) => sku),
      )
      const placed = taken.map((row) => ({ row, at: place(row, directory) }))
      const good = placed.flatMap(({ at }) => ('code' in at ? [] : [at]))
      const problems = placed.flatMap(({ row: { line, places }, at }) =>
        'code' in at
          ? [
              {
                line,
                column: places[at.column] ?? 1,
                name: columnName(kind, at.column),
                code: at.code,
                value: at.value,
              },
            ]
          : [],
      )
      await insertRows(pool, id, before, good)
      return { good: good.length, bad: problems.length, problems }
    },
  }
}

/** Codes of suppliers' locations, where a file may hold nothing else. */
const supplierCodes = async (pool: pg.Pool, kind: CountKind): Promise<ReadonlySet<string> | undefined> => {
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
