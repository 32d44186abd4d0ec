import type { LedgerFinding } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../../advisory-locks'
import { checkNextClose } from '../close/check-close'
import { inTransaction } from '../in-transaction'
import { auditPart } from './audit-part'
import { checkCauses } from './check-causes'
import { checkRecords } from './check-changed'
import { recordFindings } from './findings-store'
import { SkuLaws } from './sku-laws'

/** Told of each finding once, when it is first found. */
export type OnFinding = (finding: LedgerFinding) => void

export type CheckRun = {
  /** Records that had entries since the run before. */
  readonly changed: number
  /** Records folded from their first entry by the rolling pass. */
  readonly folded: number
  readonly findings: number
  /** More has happened since what it looked at: there is another piece to catch up with. */
  readonly isBehind: boolean
}

type Progress = { checked_until: Date; after_variant_id: number; until: Date; is_behind: boolean }

/** Entries become visible a little after the clock they carry: the window reaches back over the longest transaction. */
const OVERLAP_MS = 60_000
/** What a run catches up with at most, after a time without one: all of a long silence at once would end in a time-out. */
const SPAN_MS = 600_000
const NAME = 'scheduled'

const beginRun = async (client: pg.ClientBase): Promise<Progress | undefined> => {
  // One process checks at a time; the others leave it to that one.
  const { rows: lock } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS got', [
    ADVISORY_LOCKS.ledgerCheck,
  ])
  if (!lock[0]?.got) return undefined
  await client.query(
    `INSERT INTO ledger_check (name, checked_until, full_began_at) VALUES ($1, clock_timestamp(), clock_timestamp()) ON CONFLICT DO NOTHING`,
    [NAME],
  )
  const { rows } = await client.query<Progress>(
    `SELECT checked_until, after_variant_id, least(clock_timestamp(), checked_until + $2::int * interval '1 millisecond') AS until,
      checked_until + $2::int * interval '1 millisecond' < clock_timestamp() AS is_behind
    FROM ledger_check WHERE name = $1`,
    [NAME, SPAN_MS],
  )
  return rows[0]
}

const recordsOfNextSkus = async (client: pg.ClientBase, afterVariantId: number, most: number) => {
  const { rows } = await client.query<{ record_id: number; variant_id: number }>(
    `SELECT record_id, variant_id FROM stock_level WHERE variant_id IN (
      SELECT DISTINCT variant_id FROM stock_level WHERE variant_id > $1 ORDER BY variant_id LIMIT $2)`,
    [afterVariantId, most],
  )
  return {
    recordIds: rows.map((row) => row.record_id),
    variantIds: [...new Set(rows.map((row) => row.variant_id))],
  }
}

/**
 * One run of the check that never ends: every record that changed since the last run against its newest kept state, and
 * the next SKUs of the rolling pass from their first entry on, and now and then one close of a place; of the same entries
 * the documents of their causes. Short enough to be run every minute beside a busy shop; what it missed while nobody ran it
 * comes in pieces, a run each, and each says whether there is another. Answers nothing when another process is at it.
 */
export const runScheduledCheck = async (
  pool: pg.Pool,
  { skusARun, onFinding }: { skusARun: number; onFinding: OnFinding },
): Promise<CheckRun | undefined> => {
  let told: readonly LedgerFinding[] = []
  const run = await inTransaction(pool, async (client): Promise<CheckRun | undefined> => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const progress = await beginRun(client)
    if (!progress) return undefined
    const after = new Date(progress.checked_until.getTime() - OVERLAP_MS)
    const { rows } = await client.query<{ record_id: number }>(
      'SELECT DISTINCT record_id FROM inventory_event WHERE recorded_at > $1 AND recorded_at <= $2',
      [after, progress.until],
    )
    const changed = rows.map((row) => row.record_id)
    const next = await recordsOfNextSkus(client, progress.after_variant_id, skusARun)
    const laws = new SkuLaws()
    const inPass = new Set(next.recordIds)
    const rolling = inPass.size === 0 ? [] : (await auditPart(client, { recordIds: next.recordIds }, laws)).findings
    const found = [
      ...(await checkRecords(
        client,
        changed.filter((id) => !inPass.has(id)),
      )),
      ...rolling,
      ...laws.findings(),
      ...(await checkCauses(client, { after, until: progress.until, recordIds: next.recordIds })),
      ...(await checkNextClose(client)),
    ]
    told = await recordFindings(client, found, {
      recordIds: [...changed, ...next.recordIds],
      variantIds: next.variantIds,
      causesOf: next.recordIds,
    })
    const isRoundOver = next.variantIds.length < skusARun
    await client.query(
      `UPDATE ledger_check SET checked_until = $2, last_run_at = clock_timestamp(), after_variant_id = $3,
        last_full_at = CASE WHEN $4 THEN clock_timestamp() ELSE last_full_at END,
        full_began_at = CASE WHEN $4 THEN clock_timestamp() ELSE full_began_at END WHERE name = $1`,
      [NAME, progress.until, isRoundOver ? 0 : Math.max(...next.variantIds), isRoundOver],
    )
    return { changed: changed.length, folded: inPass.size, findings: found.length, isBehind: progress.is_behind }
  })
  for (const finding of told) onFinding(finding)
  return run
}
