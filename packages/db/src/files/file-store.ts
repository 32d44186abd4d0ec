import {
  FILE_ENCODINGS,
  FILE_KINDS,
  FILE_STATES,
  type FileJob,
  type FileRefusal,
  type FileStore,
  ROW_PROBLEMS,
} from '@selvedge/core'
import type pg from 'pg'
import { z } from 'zod'
import { inTransaction } from '../inventory/in-transaction'
import { readChunks } from './chunks'
import { forgetRows } from './forget-rows'
import { tellOfFile } from './tell-of-file'

const rowSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(FILE_KINDS),
  name: z.string(),
  state: z.enum(FILE_STATES),
  refusal: z.custom<FileRefusal>().nullable(),
  bytes: z.coerce.number(),
  encoding: z.enum(FILE_ENCODINGS).nullable(),
  delimiter: z.string().nullable(),
  expected_rows: z.int(),
  rows: z.int(),
  good_rows: z.int(),
  bad_rows: z.int(),
  done_rows: z.int(),
  changed_rows: z.int(),
  superseded_rows: z.int(),
  skips_bad_rows: z.boolean(),
  created_at: z.date(),
  finished_at: z.date().nullable(),
})

const toJob = (written: unknown): FileJob => {
  const row = rowSchema.parse(written)
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    name: row.name,
    state: row.state,
    bytes: row.bytes,
    expectedRows: row.expected_rows,
    rows: row.rows,
    goodRows: row.good_rows,
    badRows: row.bad_rows,
    doneRows: row.done_rows,
    changedRows: row.changed_rows,
    supersededRows: row.superseded_rows,
    skipsBadRows: row.skips_bad_rows,
    createdAt: row.created_at,
    ...(row.refusal === null ? {} : { refusal: row.refusal }),
    ...(row.encoding === null ? {} : { encoding: row.encoding }),
    ...(row.delimiter === null ? {} : { delimiter: row.delimiter }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
  }
}

const problemSchema = z.object({
  no: z.int(),
  line: z.int(),
  column: z.int(),
  name: z.string().nullable(),
  code: z.enum(ROW_PROBLEMS),
  value: z.string().nullable(),
})

/** Files and how far they are, over PostgreSQL (port: core FileStore). */
export const createFileStore = ({ pool }: { pool: pg.Pool }): FileStore => ({
  begin: async ({ id, kind, name, actor, correlationId }) => {
    await pool.query(
      `INSERT INTO file_job (id, direction, kind, name, state, created_by, correlation_id)
       VALUES ($1, 'in', $2, $3, 'uploading', $4, $5)`,
      [id, kind, name, actor, correlationId],
    )
  },
  putChunk: async (id, no, bytes) => {
    await pool.query('INSERT INTO file_chunk (job_id, no, bytes) VALUES ($1, $2, $3)', [id, no, Buffer.from(bytes)])
  },
  uploaded: (id, { bytes, encoding, bomBytes, expectedRows }) =>
    inTransaction(pool, async (client) => {
      await client.query(
        `UPDATE file_job SET state = 'waiting', bytes = $2, encoding = $3, bom_bytes = $4, expected_rows = $5
          WHERE id = $1 AND state = 'uploading'`,
        [id, bytes, encoding, bomBytes, expectedRows],
      )
      await tellOfFile(client, 'FileUploaded', id)
    }),
  drop: (id) =>
    inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        `UPDATE file_job SET state = 'dropped', finished_at = clock_timestamp()
          WHERE id = $1 AND state IN ('uploading', 'waiting', 'ready', 'refused')`,
        [id],
      )
      if (rowCount === 0) return false
      await client.query('DELETE FROM file_chunk WHERE job_id = $1', [id])
      await forgetRows(client, id)
      await tellOfFile(client, 'FileMoved', id)
      return true
    }),
  beginExport: ({ id, kind, name, locationId, actor, correlationId }) =>
    inTransaction(pool, async (client) => {
      await client.query(
        `INSERT INTO file_job (id, direction, kind, name, state, location_id, expected_rows, created_by, correlation_id)
         VALUES ($1, 'out', $2, $3, 'writing', $4,
           CASE WHEN $2 = 'shipments' THEN (SELECT count(*) FROM inbound_shipment s JOIN inbound_shipment_line l ON l.shipment_id = s.id
               WHERE s.state IN ('expected', 'part_received') AND ($4::int IS NULL OR s.location_id = $4))
             ELSE (SELECT count(*) FROM stock_level WHERE $4::int IS NULL OR location_id = $4) END, $5, $6)`,
        [id, kind, name, locationId ?? null, actor, correlationId],
      )
      await tellOfFile(client, 'ExportAsked', id)
    }),
  job: async (id) => {
    const { rows } = await pool.query('SELECT * FROM file_job WHERE id = $1', [id])
    return rows[0] === undefined ? undefined : toJob(rows[0])
  },
  jobs: async (limit) => {
    const { rows } = await pool.query(
      `SELECT * FROM file_job WHERE state <> 'dropped' ORDER BY created_at DESC LIMIT $1`,
      [limit],
    )
    return rows.map(toJob)
  },
  problems: async (id, { afterNo, limit }) => {
    const { rows } = await pool.query('SELECT * FROM file_problem WHERE job_id = $1 AND no > $2 ORDER BY no LIMIT $3', [
      id,
      afterNo,
      limit,
    ])
    return rows.map((row) => {
      const { name, value, ...problem } = problemSchema.parse(row)
      return { ...problem, ...(name === null ? {} : { name }), ...(value === null ? {} : { value }) }
    })
  },
  approve: (id, skipsBadRows) =>
    inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        `UPDATE file_job SET state = 'applying', skips_bad_rows = $2
          WHERE id = $1 AND state = 'ready' AND (bad_rows = 0 OR $2)`,
        [id, skipsBadRows],
      )
      if (rowCount === 0) return false
      await tellOfFile(client, 'FileApproved', id)
      return true
    }),
  chunks: (id) => readChunks(pool, id),
})
