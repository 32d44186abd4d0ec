import { verifyLedger } from '@selvedge/db'
import type pg from 'pg'
import { say } from '../harness/report'

type Books = { lines: number; ids: number; units: number; events: number; gaps: number; messages: number }

/**
 * The proof after a run: every hold has an id of its own, versions are contiguous, and reserved = sum of holds = events
 * = messages, on every record. `acknowledged` are the lines that callers were told they have.
 */
export const checkBooks = async (pool: pg.Pool, acknowledged: number): Promise<void> => {
  const { rows } = await pool.query<Books>(
    `SELECT (SELECT count(*)::int FROM reservation WHERE state = 'held') AS lines,
      (SELECT count(DISTINCT id)::int FROM reservation) AS ids,
      (SELECT sum(reserved)::int FROM stock_level) AS units,
      (SELECT count(*)::int FROM inventory_event WHERE type = 'Reserved') AS events,
      (SELECT count(*)::int FROM outbox WHERE payload->>'type' = 'Reserved') AS messages,
      (SELECT count(*)::int FROM stock_level l LEFT JOIN (SELECT record_id, count(*) AS entries, max(version) AS last FROM inventory_event
        GROUP BY record_id) e USING (record_id) WHERE l.version IS DISTINCT FROM e.entries OR l.version IS DISTINCT FROM e.last) AS gaps`,
  )
  const books = rows[0]
  say(
    `books: ${acknowledged} lines acknowledged, ${books?.lines} holds, ${books?.ids} ids, ${books?.units} units reserved, ${books?.events} events, ${books?.messages} messages, ${books?.gaps} gaps`,
  )
  const counts = [books?.lines, books?.ids, books?.units, books?.events, books?.messages]
  if (counts.some((count) => count !== acknowledged) || books?.gaps !== 0) throw new Error('the books do not agree')
  const findings = await verifyLedger(pool)
  if (findings.length > 0) throw new Error(`level and ledger disagree: ${JSON.stringify(findings.slice(0, 3))}`)
}
