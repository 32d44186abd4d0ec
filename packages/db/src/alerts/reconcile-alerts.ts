import type { AlertCause, AlertKind, Reconciled } from '@selvedge/core'
import type pg from 'pg'
import { tellRoom } from '../outbox/tell-rooms'

// A cause that stays refreshes its alert and keeps what staff said of it; one that comes back is raised anew.
const RAISE = `
  INSERT INTO alert AS a (dedupe_key, kind, severity, subject, facts, link, raised_at, seen_at)
  SELECT c.dedupe_key, c.kind, c.severity, c.subject, c.facts, c.link, clock_timestamp(), clock_timestamp()
  FROM jsonb_to_recordset($1::jsonb) AS c(dedupe_key text, kind text, severity text, subject text, facts jsonb, link text)
  ORDER BY c.dedupe_key
  ON CONFLICT (dedupe_key) DO UPDATE SET severity = excluded.severity, subject = excluded.subject, facts = excluded.facts,
    link = excluded.link, seen_at = excluded.seen_at, resolved_at = NULL,
    state = CASE WHEN a.state = 'resolved' OR (a.severity <> 'critical' AND excluded.severity = 'critical') THEN 'open' ELSE a.state END,
    times = a.times + (a.state = 'resolved')::int,
    raised_at = CASE WHEN a.state = 'resolved' THEN excluded.raised_at ELSE a.raised_at END,
    acknowledged_at = CASE WHEN a.state = 'resolved' THEN NULL ELSE a.acknowledged_at END,
    acknowledged_by = CASE WHEN a.state = 'resolved' THEN NULL ELSE a.acknowledged_by END,
    note = CASE WHEN a.state = 'resolved' THEN NULL ELSE a.note END
  RETURNING new.raised_at = new.seen_at AS is_raised, (old.state, old.severity, old.subject, old.facts, old.link)
    IS DISTINCT FROM (new.state, new.severity, new.subject, new.facts, new.link) AS is_news`

const RESOLVE = `
  UPDATE alert SET state = 'resolved', resolved_at = clock_timestamp()
  WHERE state <> 'resolved' AND kind = ANY($1::text[]) AND NOT (dedupe_key = ANY($2::text[]))`

/**
 * Makes the stored alerts of these kinds say what was found: new ones raised, known ones refreshed, those whose cause is gone
 * resolved. An acknowledged alert that turns critical opens again. The caller holds the lock of the evaluation.
 */
export const reconcileAlerts = async (
  client: pg.PoolClient,
  kinds: readonly AlertKind[],
  causes: readonly AlertCause[],
): Promise<Reconciled> => {
  const rows = causes.map(({ dedupeKey, ...cause }) => ({ dedupe_key: dedupeKey, ...cause }))
  const told = await client.query<{ is_raised: boolean; is_news: boolean }>(RAISE, [JSON.stringify(rows)])
  const resolved = await client.query(RESOLVE, [kinds, causes.map(({ dedupeKey }) => dedupeKey)])
  const raised = told.rows.filter((row) => row.is_raised).length
  if (told.rows.some((row) => row.is_news) || resolved.rowCount) await tellRoom(client, 'alert', 'alerts')
  return { raised, refreshed: told.rows.length - raised, resolved: resolved.rowCount ?? 0 }
}
