import {
  type CsvFault,
  type CsvRow,
  createCsvReader,
  detectDelimiter,
  type FileHeader,
  type FileKind,
  type FileRefusal,
  type RowProblem,
  readHeader,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { readChunks } from './chunks'
import { forgetRows } from './forget-rows'
import { keepCounts } from './keep-counts'
import { keepShipments } from './keep-shipments'
import { insertProblems } from './problems'
import type { RowKeeper } from './row-keeper'
import { tellOfFile } from './tell-of-file'

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
  await forgetRows(pool, id)
  await pool.query('DELETE FROM file_problem WHERE job_id = $1', [id])
  const keeper = await keeperOf(pool, id, kind)
  const decoder = new TextDecoder(encoding, { fatal: true })
  const progress: Progress = { rows: 0, goodRows: 0, badRows: 0, problems: 0 }
  let reader: ReturnType<typeof createCsvReader> | undefined
  let delimiter = ','
  let head = ''
  let header: FileHeader | undefined
  let refusal: FileRefusal | undefined
  let problems: RowProblem[] = []

  const flush = async (): Promise<void> => {
    if (keeper.waiting() > 0) {
      const kept = await keeper.keep(progress.goodRows)
      progress.goodRows += kept.good
      progress.badRows += kept.bad
      problems.push(...kept.problems)
    }
    await write()
  }
  const write = async (): Promise<void> => {
    const kept = problems.slice(0, Math.max(0, PROBLEMS_KEPT - progress.problems))
    await insertProblems(pool, id, progress.problems, kept)
    progress.problems += kept.length
    problems = []
    await inTransaction(pool, async (client) => {
      await client.query(
        `UPDATE file_job SET rows = $2, good_rows = $3, bad_rows = $4,
           lease_until = clock_timestamp() + $5 * interval '1 millisecond' WHERE id = $1`,
        [id, progress.rows, progress.goodRows, progress.badRows, CHECK_LEASE_MS],
      )
      await tellOfFile(client, 'FileMoved', id)
    })
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
    const wrong = keeper.take(header, row)
    if (wrong.length > 0) progress.badRows++
    problems.push(...wrong)
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
        if (keeper.waiting() >= ROWS_AT_ONCE) await flush()
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
  await inTransaction(pool, async (client) => {
    await client.query(
      `UPDATE file_job SET state = $2, refusal = $3, delimiter = $4, checked_at = clock_timestamp(), lease_until = NULL
        WHERE id = $1 AND state = 'checking'`,
      [id, refusal ? 'refused' : 'ready', refusal ? JSON.stringify(refusal) : null, delimiter],
    )
    await tellOfFile(client, 'FileMoved', id)
  })
}

const keeperOf = async (pool: pg.Pool, id: string, kind: FileKind): Promise<RowKeeper> => {
  const { rows } = await pool.query<{ now: Date; today: string }>(
    `SELECT now, to_char(now, 'YYYY-MM-DD') AS today FROM (SELECT clock_timestamp() AS now) clock`,
  )
  const [clock] = rows
  if (!clock) throw new Error('the clock did not answer')
  return kind === 'shipments'
    ? keepShipments(pool, { id, today: clock.today })
    : await keepCounts(pool, { id, kind, now: clock.now })
}
