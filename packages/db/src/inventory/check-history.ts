import { conservationGap, conserve, NOTHING_MOVED, type StockEventType } from '@selvedge/core'
import type pg from 'pg'
import { verifyLedger } from './verify'

/** A hold that a caller was told it has. */
export type Acknowledged = { readonly cartId: string; readonly reservationId: string; readonly units: number }

/** What is wrong with a history, and at which record (0: at none). */
export type HistoryFinding = { readonly recordId: number; readonly what: string }

type Query<R extends pg.QueryResultRow> = { readonly text: string; readonly what: (row: R) => string }

/** Rows that must not exist, and what each says. */
const NEVER: readonly Query<{ record_id: number; detail: string }>[] = [
  {
    text: `SELECT record_id, reserved || ' + ' || allocated || ' of ' || on_hand AS detail FROM stock_level
      WHERE reserved + allocated > on_hand - unavailable + oversell_cap + short OR on_hand < 0 OR reserved < 0 OR allocated < 0`,
    what: ({ detail }) => `promised twice: ${detail}`,
  },
  {
    // Units of a reservation at a record leave the hold exactly once, by release, expiry or commit.
    text: `SELECT e.record_id, e.reservation_id || ': ' || sum(e.quantity) FILTER (WHERE e.type = 'Reserved') || ' held, '
        || coalesce(sum(e.quantity) FILTER (WHERE e.type IN ('Released', 'Expired', 'Committed')), 0) || ' resolved' AS detail
      FROM inventory_event e LEFT JOIN reservation r ON r.id = e.reservation_id AND r.record_id = e.record_id AND r.state = 'held'
      WHERE e.reservation_id IS NOT NULL GROUP BY e.record_id, e.reservation_id
      HAVING coalesce(sum(e.quantity) FILTER (WHERE e.type = 'Reserved'), 0)
        <> coalesce(sum(e.quantity) FILTER (WHERE e.type IN ('Released', 'Expired', 'Committed')), 0) + coalesce(max(r.quantity), 0)`,
    what: ({ detail }) => `not resolved exactly once: ${detail}`,
  },
  {
    // Every entry the engine made has one message, and messages of a record are in the order of its versions.
    text: `SELECT e.record_id, 'version ' || e.version || ' has ' || count(o.position) || ' messages' AS detail FROM inventory_event e
      LEFT JOIN outbox o ON o.topic = 'stock' AND o.key = e.record_id::text AND (o.payload->>'version')::int = e.version
      WHERE e.version > 1 GROUP BY e.record_id, e.version HAVING count(o.position) <> 1`,
    what: ({ detail }) => `message lost or doubled: ${detail}`,
  },
  {
    text: `SELECT key::int AS record_id, 'version ' || version || ' after ' || before AS detail FROM (
        SELECT key, (payload->>'version')::int AS version, lag((payload->>'version')::int) OVER (PARTITION BY key ORDER BY position) AS before
        FROM outbox WHERE topic = 'stock') m WHERE version <= before`,
    what: ({ detail }) => `messages out of order: ${detail}`,
  },
]

const unaccounted = async (pool: pg.Pool): Promise<HistoryFinding[]> => {
  const { rows } = await pool.query<{ record_id: number; on_hand: number; type: StockEventType; quantity: number }>(
    `SELECT l.record_id, l.on_hand, e.type, sum(e.quantity)::int AS quantity FROM stock_level l JOIN inventory_event e USING (record_id)
    GROUP BY l.record_id, l.on_hand, e.type, e.quantity > 0`,
  )
  const records = new Map<number, { onHand: number; sums: typeof NOTHING_MOVED }>()
  for (const row of rows) {
    const before = records.get(row.record_id)?.sums ?? NOTHING_MOVED
    records.set(row.record_id, { onHand: row.on_hand, sums: conserve(before, row) })
  }
  return [...records].flatMap(([recordId, { onHand, sums }]) => {
    const gap = conservationGap(sums, onHand)
    return gap === 0 ? [] : [{ recordId, what: `${gap} units unaccounted for` }]
  })
}

const unkept = async (pool: pg.Pool, acknowledged: readonly Acknowledged[]): Promise<HistoryFinding[]> => {
  const { rows } = await pool.query<{ id: string; units: number; told: number; record_id: number | null }>(
    `SELECT a.id, a.told, coalesce(sum(e.quantity), 0)::int AS units, min(e.record_id) AS record_id
    FROM unnest($1::uuid[], $2::int[]) AS a(id, told) LEFT JOIN inventory_event e ON e.reservation_id = a.id AND e.type = 'Reserved'
    GROUP BY a.id, a.told HAVING coalesce(sum(e.quantity), 0) <> a.told`,
    [acknowledged.map((hold) => hold.reservationId), acknowledged.map((hold) => hold.units)],
  )
  return rows.map((row) => ({
    recordId: row.record_id ?? 0,
    what: `hold ${row.id} was told ${row.told} units, the ledger has ${row.units}`,
  }))
}

/**
 * Judges a whole history: levels are the fold of contiguous streams, every unit is accounted for (rule 5), nothing is
 * promised twice, each hold that was acknowledged is there exactly once and resolved at most once, each entry was told
 * once and in order. Empty when all of it holds. Reads everything: for tests and for looking into a doubt.
 */
export const checkHistory = async (
  pool: pg.Pool,
  acknowledged: readonly Acknowledged[] = [],
): Promise<HistoryFinding[]> => {
  const books = (await verifyLedger(pool)).map(({ recordId = 0, what }): HistoryFinding => ({ recordId, what }))
  const findings = [...books, ...(await unaccounted(pool)), ...(await unkept(pool, acknowledged))]
  for (const { text, what } of NEVER) {
    const { rows } = await pool.query<{ record_id: number; detail: string }>(text)
    findings.push(...rows.map((row) => ({ recordId: row.record_id, what: what(row) })))
  }
  return findings
}
