import { type BookOfRecord, EMPTY_STOCK, evolve, onOurClock, type StockEventType, type SyncBatch } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'

export type Directory = {
  readonly variants: ReadonlyMap<string, number>
  readonly locations: ReadonlyMap<string, number>
  readonly codes: ReadonlyMap<number, string>
  /** Keyed by `variant location`. */
  readonly records: ReadonlyMap<string, number>
}

export const recordKey = (variantId: number, locationId: number): string => `${variantId} ${locationId}`

/** The SKUs, locations and records that a batch names. */
export const readDirectory = async (client: pg.ClientBase | pg.Pool, skus: readonly string[]): Promise<Directory> => {
  const places = await client.query<{ id: number; code: string }>('SELECT id, code FROM location')
  const found = await client.query<{ sku: string; variant_id: number; record_id: number | null; location_id: number }>(
    `SELECT v.sku, v.id AS variant_id, r.id AS record_id, r.location_id
       FROM variant v LEFT JOIN inventory_record r ON r.variant_id = v.id WHERE v.sku = ANY($1::text[])`,
    [[...new Set(skus)]],
  )
  return {
    variants: new Map(found.rows.map(({ sku, variant_id }) => [sku, variant_id])),
    locations: new Map(places.rows.map(({ id, code }) => [code, id])),
    codes: new Map(places.rows.map(({ id, code }) => [id, code])),
    records: new Map(
      found.rows.flatMap(({ variant_id, record_id, location_id }) =>
        record_id === null ? [] : [[recordKey(variant_id, location_id), record_id] as const],
      ),
    ),
  }
}

const STRIPES = 64

/**
 * Makes whoever plans against the same records take turns, before any level is locked. By stripes: a lock for each of a
 * thousand records would fill the server's lock table.
 */
export const takeTurns = async (client: pg.ClientBase, recordIds: readonly number[]): Promise<void> => {
  const stripes = [...new Set(recordIds.map((id) => id % STRIPES))].sort((a, b) => a - b)
  for (const stripe of stripes)
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [ADVISORY_LOCKS.syncRecords, stripe])
}

type BookRow = { record_id: number; variant_id: number; sku: string; location: string; on_hand: number }
type ChangeRow = { record_id: number; type: StockEventType; quantity: number; effective_at: Date }
type MarkRow = { record_id: number; at: Date; source_id: string; seq: number }

/** What the books know of the records, in one snapshot: levels, changes since `since`, newest counts. */
export const readBooks = async (
  client: pg.ClientBase,
  recordIds: readonly number[],
  since: Date | undefined,
): Promise<Map<number, Omit<BookOfRecord, 'seen'>>> => {
  const { rows } = await client.query<{ books: BookRow[]; changes: ChangeRow[]; marks: MarkRow[] }>(READ, [
    recordIds,
    since?.toISOString() ?? null,
  ])
  const [read] = rows
  if (!read) throw new Error('the books did not answer')
  const changes = new Map<number, ChangeRow[]>()
  for (const change of read.changes) {
    const ofRecord = changes.get(change.record_id)
    if (ofRecord) ofRecord.push(change)
    else changes.set(change.record_id, [change])
  }
  const marks = new Map(read.marks.map((mark) => [mark.record_id, mark]))
  return new Map(
    read.books.map((book) => {
      const mark = marks.get(book.record_id)
      return [
        book.record_id,
        {
          recordId: book.record_id,
          variantId: book.variant_id,
          sku: book.sku,
          location: book.location,
          onHand: book.on_hand,
          changes: (changes.get(book.record_id) ?? []).map(({ type, quantity, effective_at }) => ({
            at: new Date(effective_at),
            units: evolve(EMPTY_STOCK, { type, quantity }).onHand,
          })),
          ...(mark ? { lastCount: { at: new Date(mark.at), sourceId: mark.source_id, seq: mark.seq } } : {}),
        },
      ]
    }),
  )
}

// Nothing is effective more than five minutes after it was recorded: that bounds the part of a stream to look at.
const READ = `
  SELECT coalesce((SELECT json_agg(json_build_object('record_id', l.record_id, 'variant_id', l.variant_id, 'sku', v.sku,
      'location', p.code, 'on_hand', l.on_hand))
    FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location p ON p.id = l.location_id
    WHERE l.record_id = ANY($1::int[])), '[]') AS books,
  coalesce((SELECT json_agg(json_build_object('record_id', e.record_id, 'type', e.type, 'quantity', e.quantity,
      'effective_at', e.effective_at))
    FROM inventory_event e
    WHERE $2::timestamptz IS NOT NULL AND e.record_id = ANY($1::int[]) AND e.effective_at > $2::timestamptz
      AND e.recorded_at > $2::timestamptz - interval '5 minutes'
      AND e.type NOT IN ('Reserved', 'Extended', 'Released', 'Expired', 'Committed', 'AllocationReleased')), '[]') AS changes,
  coalesce((SELECT json_agg(json_build_object('record_id', record_id, 'at', counted_at, 'source_id', source_id, 'seq', seq))
    FROM (SELECT DISTINCT ON (record_id) * FROM (
        SELECT record_id, counted_at, source_id, seq FROM count_mark WHERE record_id = ANY($1::int[])
        UNION ALL
        SELECT record_id, max(effective_at), '', 0 FROM inventory_event
         WHERE record_id = ANY($1::int[]) AND type = 'Counted' GROUP BY record_id) every
      ORDER BY record_id, counted_at DESC, seq DESC) newest), '[]') AS marks`

/** Messages of the source that came before, by record and number. */
export const readSeen = async (
  client: pg.ClientBase,
  sourceId: string,
  named: readonly { readonly recordId: number; readonly seq: number }[],
): Promise<Map<number, Map<number, string>>> => {
  const { rows } = await client.query<{ record_id: number; seq: number; content: string }>(
    `SELECT m.record_id, m.seq, m.content FROM unnest($2::int[], $3::int[]) AS n(record_id, seq)
       JOIN sync_message m ON m.source_id = $1 AND m.record_id = n.record_id AND m.seq = n.seq`,
    [sourceId, named.map(({ recordId }) => recordId), named.map(({ seq }) => seq)],
  )
  const seen = new Map<number, Map<number, string>>()
  for (const { record_id, seq, content } of rows) {
    const ofRecord = seen.get(record_id) ?? new Map<number, string>()
    seen.set(record_id, ofRecord.set(seq, content))
  }
  return seen
}

/** The moment back to which the batch needs the ledger: its earliest count. */
export const earliestCount = (batch: SyncBatch, skewMs: number, receivedAt: Date): Date | undefined => {
  const times = batch.messages.flatMap(({ kind, observedAt }) =>
    kind === 'count' ? [onOurClock(new Date(observedAt), skewMs, receivedAt).getTime()] : [],
  )
  return times.length === 0 ? undefined : new Date(times.reduce((least, time) => Math.min(least, time)))
}
