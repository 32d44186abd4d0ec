import {
  accept,
  type CountRejection,
  type Observation,
  type Origin,
  type PostCount,
  type Result,
  reject,
  type StockRejection,
} from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { transactOrRefuse } from '../inventory/transact-or-refuse'
import { COUNT_LINES, type CountLineRow, standingOf } from './count-lines'
import { lockCount } from './lock-count'

type Posted = Result<{ version: number; difference: number; skipped: number }, CountRejection | StockRejection>
type Difference = { readonly recordId: number; readonly difference: number }
/** What stood on a shelf, and when. */
type Seen = { readonly recordId: number; readonly counted: number; readonly at: Date }

/**
 * Writes the differences, one `Counted` entry a line (0 says that the books were right), true since the look. What was
 * sold or received after a look is in both the level and the shelf, so the difference still holds.
 */
export const postCount = (
  engine: Pick<PgStockEngine, 'transact'>,
  origin: Origin,
  request: PostCount,
): Promise<Posted> =>
  transactOrRefuse(engine, {
    plan: async (client) => {
      const { countId, expectedVersion, reason, note, skipUncounted } = request
      const count = await lockCount(client, countId, 'UPDATE')
      if (!count) return reject<CountRejection>({ code: 'COUNT_NOT_FOUND', countId })
      if (count.state !== 'open') return reject<CountRejection>({ code: 'COUNT_STATE', countId, state: count.state })
      if (count.version !== expectedVersion)
        return reject<CountRejection>({ code: 'COUNT_CHANGED', countId, version: count.version })

      const { rows } = await client.query<CountLineRow>(`${COUNT_LINES} ORDER BY l.record_id`, [countId])
      const observations: Observation[] = []
      const differences: Difference[] = []
      const seen: Seen[] = []
      let [uncounted, recounts] = [0, 0]
      for (const row of rows) {
        const standing = standingOf(row, count.threshold)
        if (standing.standing === 'uncounted') uncounted += 1
        else if (standing.standing === 'recount') recounts += 1
        else {
          const at = row.second_at ?? row.first_at
          if (at !== null) seen.push({ recordId: row.record_id, counted: standing.look.counted, at })
          differences.push({ recordId: row.record_id, difference: standing.difference })
          observations.push({
            variantId: row.variant_id,
            recordId: row.record_id,
            type: 'Counted',
            quantity: standing.difference,
            reason,
            ...(note === undefined ? {} : { note }),
            ...(at === null ? {} : { effectiveAt: at }),
            dedupeKey: `count-${countId}`,
          })
        }
      }
      // A difference too large to be believed is never posted; what nobody looked at only when it is said so.
      if (recounts > 0 || observations.length === 0 || (uncounted > 0 && !skipUncounted))
        return reject<CountRejection>({ code: 'COUNT_UNFINISHED', uncounted, recounts })
      const cause = { type: 'count', id: String(countId) } as const
      return accept({
        commands: [{ kind: 'observe', origin, cause, observations }],
        version: count.version,
        differences,
        seen,
        skipped: uncounted,
      })
    },
    write: async (client, { version, differences, seen, skipped }) => {
      const { countId, reason, note } = request
      await client.query(
        `UPDATE stock_count_line l SET difference = d.difference FROM unnest($2::int[], $3::int[]) AS d(record_id, difference)
        WHERE l.count_id = $1 AND l.record_id = d.record_id`,
        [countId, differences.map((one) => one.recordId), differences.map((one) => one.difference)],
      )
      await client.query(
        `UPDATE stock_count SET state = 'posted', version = version + 1, posted_at = clock_timestamp(), reason = $2, note = $3
        WHERE id = $1`,
        [countId, reason, note ?? null],
      )
      await markCounted(client, countId, seen)
      const difference = differences.reduce((sum, one) => sum + one.difference, 0)
      return { version: version + 1, difference, skipped }
    },
  })

/** The newest count of a record, beside those of tills and files: an export of counts names them all. */
const markCounted = async (client: pg.PoolClient, countId: number, seen: readonly Seen[]): Promise<void> => {
  await client.query(
    `INSERT INTO count_mark AS m (record_id, counted_at, source_id, seq, counted)
     SELECT record_id, counted_at, $1, 0, counted FROM unnest($2::int[], $3::timestamptz[], $4::int[]) AS s(record_id, counted_at, counted)
     ON CONFLICT (record_id) DO UPDATE SET counted_at = excluded.counted_at, source_id = excluded.source_id,
       seq = excluded.seq, counted = excluded.counted WHERE m.counted_at < excluded.counted_at`,
    [
      `count-${countId}`,
      seen.map(({ recordId }) => recordId),
      seen.map(({ at }) => at.toISOString()),
      seen.map(({ counted }) => counted),
    ],
  )
}
