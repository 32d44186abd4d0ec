import type { SyncConflictKind, SyncConflictRow, SyncSourceRow } from '@selvedge/core'
import type pg from 'pg'

type SourceRow = {
  id: string
  name: string
  key_id: string
  location_id: number | null
  location_code: string | null
  created_at: Date
  revoked_at: Date | null
  last_seen_at: Date | null
  last_lag_ms: string | null
  last_skew_ms: string | null
  expected_every_minutes: number
  batches: number
  messages: number
  open_conflicts: number
  missing: number
}

/** All sources with how they do; a number below a record's highest that never came is missing. */
export const readSources = async (pool: pg.Pool): Promise<SyncSourceRow[]> => {
  const { rows } = await pool.query<SourceRow>(
    `SELECT s.*, p.code AS location_code,
       (SELECT count(*)::int FROM sync_conflict c WHERE c.source_id = s.id AND c.resolved_at IS NULL) AS open_conflicts,
       coalesce((SELECT sum(g.missing)::int FROM (SELECT max(seq) - min(seq) + 1 - count(*) AS missing FROM sync_message m
         WHERE m.source_id = s.id GROUP BY m.record_id) g), 0) AS missing
     FROM sync_source s LEFT JOIN location p ON p.id = s.location_id
     ORDER BY s.revoked_at IS NOT NULL, s.name, s.id`,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    keyId: row.key_id,
    createdAt: row.created_at,
    expectedEveryMinutes: row.expected_every_minutes,
    batches: row.batches,
    messages: row.messages,
    openConflicts: row.open_conflicts,
    missingMessages: row.missing,
    ...(row.location_id === null ? {} : { locationId: row.location_id }),
    ...(row.location_code === null ? {} : { locationCode: row.location_code }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
    ...(row.last_seen_at === null ? {} : { lastSeenAt: row.last_seen_at }),
    ...(row.last_lag_ms === null ? {} : { lastLagMs: Number(row.last_lag_ms) }),
    ...(row.last_skew_ms === null ? {} : { lastSkewMs: Number(row.last_skew_ms) }),
  }))
}

type ConflictRow = {
  id: string
  kind: SyncConflictKind
  name: string
  batch_id: string
  line: number | null
  sku: string | null
  location: string | null
  record_id: number | null
  facts: Record<string, string | number>
  at: Date
  resolved_at: Date | null
}

/** Newest first, keyset-paged by id. */
export const readConflicts = async (
  pool: pg.Pool,
  { open, before, limit }: { open: boolean; before?: string; limit: number },
): Promise<SyncConflictRow[]> => {
  const { rows } = await pool.query<ConflictRow>(
    `SELECT c.*, c.id::text AS id, s.name FROM sync_conflict c JOIN sync_source s ON s.id = c.source_id
      WHERE (NOT $1::boolean OR c.resolved_at IS NULL) AND ($2::bigint IS NULL OR c.id < $2)
      ORDER BY c.id DESC LIMIT $3`,
    [open, before ?? null, limit],
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    sourceName: row.name,
    batchId: row.batch_id,
    facts: row.facts,
    at: row.at,
    ...(row.line === null ? {} : { line: row.line }),
    ...(row.sku === null ? {} : { sku: row.sku }),
    ...(row.location === null ? {} : { location: row.location }),
    ...(row.record_id === null ? {} : { recordId: row.record_id }),
    ...(row.resolved_at === null ? {} : { resolvedAt: row.resolved_at }),
  }))
}
