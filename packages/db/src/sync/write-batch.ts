import type { BatchPlan, SyncAnswer, SyncConflict } from '@selvedge/core'
import type pg from 'pg'
import { tellRoom } from '../outbox/tell-rooms'
import type { BatchInput, PlannedBatch } from './apply-batch'

/** Writes down what became of a batch and answers it; in the transaction of its observations. */
export const writeBatch = async (
  client: pg.ClientBase,
  { source, batch, contentHash, origin }: BatchInput,
  { plan, receivedAt, skewMs, recordIds }: PlannedBatch,
): Promise<SyncAnswer> => {
  const conflicts = [...plan.conflicts, ...(await beyondBooks(client, recordIds, origin.correlationId))]
  if (skewMs !== 0) conflicts.push({ kind: 'clock-skew', facts: { skewMs } })
  const answer: SyncAnswer = {
    batchId: batch.batchId,
    receivedAt: receivedAt.toISOString(),
    skewMs,
    results: [...plan.results],
    conflicts,
    levels: await levelsOf(client, recordIds),
  }
  const { noted, countMarks } = plan
  await client.query(
    `INSERT INTO sync_message (source_id, record_id, seq, content, effective_at)
     SELECT $1, * FROM unnest($2::int[], $3::int[], $4::text[], $5::timestamptz[])`,
    [
      source.id,
      noted.map(({ recordId }) => recordId),
      noted.map(({ seq }) => seq),
      noted.map(({ content }) => content),
      noted.map(({ effectiveAt }) => effectiveAt.toISOString()),
    ],
  )
  await writeMarks(client, countMarks)
  await writeConflicts(client, source.id, batch.batchId, conflicts)
  const newest = Math.max(...noted.map(({ effectiveAt }) => effectiveAt.getTime()), Number.NEGATIVE_INFINITY)
  await client.query(
    `UPDATE sync_source SET last_seen_at = $2, last_skew_ms = $3, last_lag_ms = coalesce($4, last_lag_ms),
       batches = batches + 1, messages = messages + $5 WHERE id = $1`,
    [
      source.id,
      receivedAt.toISOString(),
      Math.round(skewMs),
      Number.isFinite(newest) ? Math.round(receivedAt.getTime() - newest) : null,
      batch.messages.length,
    ],
  )
  await client.query(
    `INSERT INTO sync_batch (source_id, batch_id, content_hash, answer, received_at) VALUES ($1, $2, $3, $4, $5)`,
    [source.id, batch.batchId, contentHash, JSON.stringify(answer), receivedAt.toISOString()],
  )
  await tellRoom(client, 'source', origin.correlationId)
  return answer
}

/** What the engine had to add so that the observations fit the books: pieces found, promises left short. */
const beyondBooks = async (
  client: pg.ClientBase,
  recordIds: readonly number[],
  correlationId: string,
): Promise<SyncConflict[]> => {
  const { rows } = await client.query<{
    record_id: number
    sku: string
    location: string
    type: string
    units: number
  }>(
    `SELECT e.record_id, v.sku, p.code AS location, e.type, sum(e.quantity)::int AS units
       FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id
       JOIN variant v ON v.id = r.variant_id JOIN location p ON p.id = r.location_id
      WHERE e.record_id = ANY($1::int[]) AND e.correlation_id = $2 AND e.type IN ('Found', 'ShortMarked')
        AND e.dedupe_key IS NULL AND e.recorded_at > now() - interval '5 minutes'
      GROUP BY e.record_id, v.sku, p.code, e.type ORDER BY e.record_id, e.type`,
    [recordIds, correlationId],
  )
  return rows.map(({ record_id, sku, location, type, units }) => ({
    kind: type === 'Found' ? 'sold-beyond-book' : 'promises-short',
    sku,
    location,
    recordId: record_id,
    facts: { units },
  }))
}

const levelsOf = async (client: pg.ClientBase, recordIds: readonly number[]): Promise<SyncAnswer['levels']> => {
  const { rows } = await client.query<SyncAnswer['levels'][number]>(
    `SELECT v.sku, p.code AS location, l.version, l.on_hand AS "onHand",
            greatest(0, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock) AS available
       FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location p ON p.id = l.location_id
      WHERE l.record_id = ANY($1::int[]) ORDER BY l.record_id`,
    [recordIds],
  )
  return rows
}

export const writeConflicts = async (
  client: pg.ClientBase,
  sourceId: string,
  batchId: string,
  conflicts: readonly SyncConflict[],
): Promise<void> => {
  if (conflicts.length === 0) return
  await client.query(
    `INSERT INTO sync_conflict (source_id, batch_id, kind, line, sku, location, record_id, facts)
     SELECT $1, $2, * FROM unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::int[], $8::jsonb[])`,
    [
      sourceId,
      batchId,
      conflicts.map(({ kind }) => kind),
      conflicts.map(({ line }) => line ?? null),
      conflicts.map(({ sku }) => sku ?? null),
      conflicts.map(({ location }) => location ?? null),
      conflicts.map(({ recordId }) => recordId ?? null),
      conflicts.map(({ facts }) => JSON.stringify(facts)),
    ],
  )
}

/** Remembers the newest counts that were applied. */
export const writeMarks = async (client: pg.ClientBase, countMarks: BatchPlan['countMarks']): Promise<void> => {
  const marks = [...countMarks]
  await client.query(
    `INSERT INTO count_mark (record_id, counted_at, source_id, seq, counted)
     SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::text[], $4::int[], $5::int[])
     ON CONFLICT (record_id) DO UPDATE SET counted_at = excluded.counted_at, source_id = excluded.source_id,
       seq = excluded.seq, counted = excluded.counted`,
    [
      marks.map(([recordId]) => recordId),
      marks.map(([, { at }]) => at.toISOString()),
      marks.map(([, { sourceId }]) => sourceId),
      marks.map(([, { seq }]) => seq),
      marks.map(([, { counted }]) => counted),
    ],
  )
}
