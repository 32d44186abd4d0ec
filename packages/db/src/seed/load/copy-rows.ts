import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from } from 'pg-copy-streams'

/** What a column may be given; objects become JSON, undefined becomes NULL. */
export type Cell = string | number | boolean | Date | undefined | object

// Small strings would each cross the stream on their own: rows are joined to about this many characters first.
const PIECE_LENGTH = 64 * 1024

/** Writes rows by COPY in PostgreSQL's text format and answers how many. Faster than INSERT by an order of magnitude. */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  let count = 0
  function* pieces(): Generator<string> {
    let piece = ''
    for (const row of rows) {
      if (row.length !== columns.length) throw new Error(`${table}: ${row.length} cells for ${columns.length} columns`)
      count++
      piece += `${row.map(asText).join('\t')}\n`
      if (piece.length < PIECE_LENGTH) continue
      yield piece
      piece = ''
    }
    if (piece) yield piece
  }
  const copy = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(pieces(), { objectMode: true }), copy)
  return count
}

function asText(cell: Cell): string {
  if (cell === undefined) return '\\N'
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if (cell instanceof Date) return cell.toISOString()
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell)
  return text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char)
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
