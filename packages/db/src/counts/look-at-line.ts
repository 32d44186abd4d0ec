import {
  accept,
  type CountLineView,
  type CountOneLine,
  type CountRejection,
  type Origin,
  type Result,
  reject,
} from '@selvedge/core'
import type pg from 'pg'
import { readShelfAt } from '../inventory/as-of/read-shelf-at'
import { inTransaction } from '../inventory/in-transaction'
import { COUNT_LINES, type CountLineRow, standingOf } from './count-lines'
import { lockCount } from './lock-count'

type Looked = Result<CountLineView, CountRejection>

/**
 * Writes what somebody saw beside the level of that very moment, which may be earlier today. The first look, or a better one of the same; the second
 * where the first was too far off; anew where the books were corrected since.
 */
export const lookAtLine = (pool: pg.Pool, origin: Origin, request: CountOneLine): Promise<Looked> =>
  inTransaction(pool, async (client): Promise<Looked> => {
    const { countId, counted, happenedAt } = request
    const count = await lockCount(client, countId, 'SHARE')
    if (!count) return reject({ code: 'COUNT_NOT_FOUND', countId })
    if (count.state !== 'open') return reject({ code: 'COUNT_STATE', countId, state: count.state })
    const row = await lockLine(client, request)
    if (!row) return reject(await whyUnknown(client, request, count.locationId))

    const standing = standingOf(row, count.threshold)
    const isSecond = standing.standing === 'recount' || (standing.standing === 'counted' && row.second_counted !== null)
    const which = isSecond ? 'second' : 'first'
    const forget = row.overtaken
      ? ', second_counted = NULL, second_on_hand = NULL, second_version = NULL, second_at = NULL, second_by = NULL'
      : ''
    const then = happenedAt && (await readShelfAt(client, row.record_id, happenedAt))
    await client.query(
      `UPDATE stock_count_line c SET ${which}_counted = $3, ${which}_on_hand = coalesce($5, s.on_hand),
        ${which}_version = coalesce($6, s.version), ${which}_at = coalesce($7, clock_timestamp()), ${which}_by = $4${forget}
      FROM stock_level s WHERE s.record_id = c.record_id AND c.count_id = $1 AND c.record_id = $2`,
      [countId, row.record_id, counted, origin.actor, then?.onHand, then?.version, happenedAt],
    )
    const { rows } = await client.query<CountLineRow>(`${COUNT_LINES} AND l.record_id = $2`, [countId, row.record_id])
    const after = rows[0]
    if (!after) throw new Error(`line ${row.record_id} of count ${countId} vanished`)
    const { record_id: recordId, sku, title, colour, size } = after
    return accept({
      recordId,
      sku,
      title,
      colour,
      size,
      counted,
      standing: standingOf(after, count.threshold).standing,
    })
  })

const lockLine = async (client: pg.PoolClient, { countId, sku }: CountOneLine): Promise<CountLineRow | undefined> => {
  const { rows } = await client.query<CountLineRow>(`${COUNT_LINES} AND upper(v.sku) = upper($2) FOR UPDATE OF l`, [
    countId,
    sku,
  ])
  return rows[0]
}

const whyUnknown = async (
  client: pg.PoolClient,
  { sku }: CountOneLine,
  locationId: number,
): Promise<CountRejection> => {
  const { rowCount } = await client.query(
    `SELECT 1 FROM stock_level l JOIN variant v ON v.id = l.variant_id
    WHERE upper(v.sku) = upper($1) AND l.location_id = $2 AND l.version > 0`,
    [sku, locationId],
  )
  return rowCount === 0 ? { code: 'COUNT_NEVER_STOCKED', sku } : { code: 'COUNT_LINE_UNKNOWN', sku }
}
