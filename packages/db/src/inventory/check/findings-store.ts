import type { FindingKind, LedgerFinding } from '@selvedge/core'
import type pg from 'pg'

type Subject = { readonly kind: string; readonly record_id: number | null; readonly variant_id: number | null }

/** What a check covered: findings about it that were not found again are resolved. `everything`: but causes of records. */
export type Covered =
  | 'everything'
  | {
      readonly recordIds: readonly number[]
      readonly variantIds: readonly number[]
      /** Records of which the causes of every entry were looked up, not of the newest alone. */
      readonly causesOf: readonly number[]
    }

const NOTHING: Exclude<Covered, 'everything'> = { recordIds: [], variantIds: [], causesOf: [] }

const columns = (findings: readonly LedgerFinding[]): unknown[] => [
  findings.map(({ kind }) => kind),
  findings.map(({ recordId }) => recordId ?? null),
  findings.map(({ variantId }) => variantId ?? null),
  findings.map(({ what }) => what),
]

/** One finding a subject and kind: several differences of a level are one thing to look at. */
const merged = (findings: readonly LedgerFinding[]): LedgerFinding[] => {
  const known = new Map<string, LedgerFinding>()
  for (const finding of findings) {
    const key = `${finding.kind}/${finding.recordId ?? ''}/${finding.variantId ?? ''}`
    const before = known.get(key)
    known.set(key, before ? { ...before, what: `${before.what}; ${finding.what}` } : finding)
  }
  return [...known.values()]
}

/**
 * Records what a check found: an open finding is seen again, a new one is answered, and one about what was covered that
 * did not come again is resolved. Answers the findings nobody had been told of.
 */
export const recordFindings = async (
  client: pg.Pool | pg.ClientBase,
  found: readonly LedgerFinding[],
  covered: Covered,
): Promise<readonly LedgerFinding[]> => {
  const findings = merged(found)
  const { recordIds, variantIds, causesOf } = covered === 'everything' ? NOTHING : covered
  const { rows } = await client.query<Subject & { is_new: boolean }>(
    `INSERT INTO ledger_finding AS f (kind, record_id, variant_id, detail, found_at, seen_at)
    SELECT kind, record_id, variant_id, detail, now(), now()
    FROM unnest($1::text[], $2::int[], $3::int[], $4::text[]) AS n(kind, record_id, variant_id, detail)
    ON CONFLICT (kind, coalesce(record_id, 0), coalesce(variant_id, 0)) WHERE resolved_at IS NULL
    DO UPDATE SET seen_at = excluded.seen_at, detail = excluded.detail
    RETURNING kind, record_id, variant_id, xmax = 0 AS is_new`,
    columns(findings),
  )
  await client.query(
    `UPDATE ledger_finding f SET resolved_at = clock_timestamp()
    WHERE resolved_at IS NULL AND (($4 AND (kind <> 'cause' OR record_id IS NULL)) OR variant_id = ANY($6::int[])
        OR record_id = ANY(CASE WHEN kind = 'cause' THEN $7::int[] ELSE $5::int[] END))
      AND NOT EXISTS (SELECT 1 FROM unnest($1::text[], $2::int[], $3::int[]) AS n(kind, record_id, variant_id)
        WHERE n.kind = f.kind AND n.record_id IS NOT DISTINCT FROM f.record_id AND n.variant_id IS NOT DISTINCT FROM f.variant_id)`,
    [...columns(findings).slice(0, 3), covered === 'everything', recordIds, variantIds, causesOf],
  )
  return findings.filter((finding) =>
    rows.some(
      (row) =>
        row.is_new &&
        row.kind === finding.kind &&
        row.record_id === (finding.recordId ?? null) &&
        row.variant_id === (finding.variantId ?? null),
    ),
  )
}

export type LedgerHealth = {
  readonly openFindings: number
  /** Those of which there are any. */
  readonly openByKind: Readonly<Partial<Record<FindingKind, number>>>
  /** Absent until the first check has run. */
  /** What was written before is checked. */
  readonly checkedUntil: Date | undefined
  readonly lastFullAt: Date | undefined
}

/** How the books stand by the last checks: for metrics and for whoever looks after them. */
export const readLedgerHealth = async (pool: pg.Pool): Promise<LedgerHealth> => {
  type Row = { open: Partial<Record<FindingKind, number>>; checked_until: Date | null; last_full_at: Date | null }
  const { rows } = await pool.query<Row>(
    `SELECT (SELECT coalesce(jsonb_object_agg(kind, findings), '{}') FROM (
        SELECT kind, count(*) AS findings FROM ledger_finding WHERE resolved_at IS NULL GROUP BY kind) f) AS open,
      (SELECT checked_until FROM ledger_check WHERE name = 'scheduled') AS checked_until, (SELECT max(last_full_at) FROM ledger_check) AS last_full_at`,
  )
  const row = rows[0]
  const openByKind = row?.open ?? {}
  return {
    openFindings: Object.values(openByKind).reduce((sum, findings) => sum + findings, 0),
    openByKind,
    checkedUntil: row?.checked_until ?? undefined,
    lastFullAt: row?.last_full_at ?? undefined,
  }
}
