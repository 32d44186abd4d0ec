import type pg from 'pg'

/**
 * Remembers when records at suppliers' places were last reported, whether or not the figure changed; others need no
 * report. Never set back by a late message. Runs before the levels are locked.
 */
export const markReported = async (
  client: pg.ClientBase | pg.Pool,
  reports: readonly { readonly recordId: number; readonly at: Date }[],
): Promise<void> => {
  if (reports.length === 0) return
  await client.query(
    `UPDATE inventory_record r SET reported_at = least(greatest(r.reported_at, said.at), clock_timestamp())
     FROM (SELECT record_id, max(at) AS at FROM unnest($1::int[], $2::timestamptz[]) AS one(record_id, at) GROUP BY 1) said, location lo
     WHERE r.id = said.record_id AND lo.id = r.location_id AND lo.kind = 'supplier'`,
    [reports.map(({ recordId }) => recordId), reports.map(({ at }) => at)],
  )
}
