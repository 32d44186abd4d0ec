import { csvLine, type FileKind } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

const ROWS_AT_ONCE = 5_000

type JobRow = { kind: FileKind; cursor: number; rows: number; location_id: number | null; chunk: number }
type Row = {
  record_id: number
  sku: string
  location: string
  product: string
  colour: string
  size: string
  on_hand: number
  reserved: number
  allocated: number
  unavailable: number
  safety_stock: number
  available: number
  version: number
  counted: number | null
  counted_at: Date | null
}

const HEADERS: Readonly<Record<FileKind, readonly string[]>> = {
  stock: [
    'sku',
    'location',
    'product',
    'colour',
    'size',
    'on_hand',
    'safety_stock',
    'reserved',
    'allocated',
    'unavailable',
    'available',
    'version',
  ],
  counts: ['sku', 'location', 'product', 'colour', 'size', 'counted', 'counted_at'],
  supplier: ['sku', 'location', 'product', 'colour', 'size', 'available', 'reported_at'],
}

const lineOf = (kind: FileKind, row: Row): string => {
  const what = [row.sku, row.location, row.product, row.colour, row.size]
  switch (kind) {
    case 'stock':
      return csvLine([
        ...what,
        row.on_hand,
        row.safety_stock,
        row.reserved,
        row.allocated,
        row.unavailable,
        row.available,
        row.version,
      ])
    case 'counts':
      return csvLine([...what, row.counted ?? undefined, row.counted_at?.toISOString()])
    case 'supplier':
      return csvLine([...what, row.on_hand, row.counted_at?.toISOString()])
  }
}

const WHICH: Readonly<Record<FileKind, string>> = {
  stock: '',
  counts: 'AND m.record_id IS NOT NULL',
  supplier: `AND p.kind = 'supplier'`,
}

/** Writes the next records of an export, in one transaction with the cursor. UTF-8 with a mark, so that Excel sees it. */
export const writeExportPage = (pool: pg.Pool, id: string): Promise<'again' | 'done' | 'not-writing'> =>
  inTransaction(pool, async (client) => {
    const { rows: jobs } = await client.query<JobRow>(
      `SELECT kind, cursor, rows, location_id, (SELECT count(*)::int FROM file_chunk c WHERE c.job_id = j.id) AS chunk
         FROM file_job j WHERE id = $1 AND state = 'writing' FOR UPDATE`,
      [id],
    )
    const [job] = jobs
    if (!job) return 'not-writing'
    const { rows } = await client.query<Row>(
      `SELECT l.record_id, v.sku, p.code AS location, d.title AS product, v.colour, v.size, l.on_hand, l.reserved,
              l.allocated, l.unavailable, l.safety_stock, l.version, m.counted, m.counted_at,
              greatest(0, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock) AS available
         FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN product d ON d.id = v.product_id
         JOIN location p ON p.id = l.location_id LEFT JOIN count_mark m ON m.record_id = l.record_id
        WHERE l.record_id > $1 AND ($2::int IS NULL OR l.location_id = $2) ${WHICH[job.kind]}
        ORDER BY l.record_id LIMIT $3`,
      [job.cursor, job.location_id, ROWS_AT_ONCE],
    )
    const head = job.chunk === 0 ? `\uFEFF${csvLine(HEADERS[job.kind])}` : ''
    const text = head + rows.map((row) => lineOf(job.kind, row)).join('')
    const bytes = Buffer.from(text, 'utf8')
    if (bytes.length > 0)
      await client.query('INSERT INTO file_chunk (job_id, no, bytes) VALUES ($1, $2, $3)', [id, job.chunk, bytes])
    const isLast = rows.length < ROWS_AT_ONCE
    await client.query(
      `UPDATE file_job SET cursor = $2, rows = rows + $3, good_rows = good_rows + $3, done_rows = done_rows + $3,
         bytes = bytes + $4, state = CASE WHEN $5 THEN 'done' ELSE state END,
         finished_at = CASE WHEN $5 THEN clock_timestamp() END WHERE id = $1`,
      [id, rows.at(-1)?.record_id ?? job.cursor, rows.length, bytes.length, isLast],
    )
    return isLast ? 'done' : 'again'
  })
