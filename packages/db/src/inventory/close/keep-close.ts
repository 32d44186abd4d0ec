import type { CloseDue } from '@selvedge/core'
import { endOfDay } from '@selvedge/core'
import type pg from 'pg'
import { CLOSE_COLUMNS } from '../as-of/closed-states-sql'
import { scopeStatesSql, type Way } from '../as-of/scope-states-sql'

const keepSql = (way: Way): string => {
  const states = scopeStatesSql({ kind: 'location', locationId: 0 }, { at: '$2', axis: 'recorded', way })
  return `INSERT INTO inventory_close (location_id, closed_at, record_ids, ${CLOSE_COLUMNS.join(', ')})
    SELECT $1::int, $2::timestamptz, array_agg(record_id), ${CLOSE_COLUMNS.map((column) => `array_agg(${column})`).join(', ')}
    FROM (SELECT * FROM (${states}) t WHERE version > 0 ORDER BY record_id) s HAVING count(*) > 0
    ON CONFLICT DO NOTHING`
}

/** Keeps the state of a place at the end of a day: the answer to the question for that moment, from the close before it if there is one. */
export const keepClose = async (
  client: pg.ClientBase,
  { locationId, day }: CloseDue,
  isFirst: boolean,
): Promise<void> => {
  await client.query({
    name: `stock-close-${isFirst ? 'first' : 'next'}`,
    text: keepSql(isFirst ? 'many' : 'closed'),
    values: [locationId, endOfDay(day)],
  })
}
