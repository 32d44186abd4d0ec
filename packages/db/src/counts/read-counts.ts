import type { CountReason, CountState, CountSummary, CountView } from '@selvedge/core'
import type pg from 'pg'
import { COUNT_LINES, type CountLineRow, standingOf } from './count-lines'

type Row = {
  id: number
  state: CountState
  version: number
  location_id: number
  code: string
  name: string
  filter: string
  recount_units: number
  recount_percent: number
  lines: number
  counted: number
  recounts: number
  difference: number | null
  created_by: string
  created_at: Date
  posted_at: Date | null
  reason: CountReason | null
  note: string | null
}

// The threshold as `needsRecount` has it; lines overtaken by another correction are told on the count's own page.
const COUNTS = `SELECT c.*, lo.code, lo.name, s.lines, s.counted, s.recounts, s.difference
  FROM stock_count c JOIN location lo ON lo.id = c.location_id
  JOIN LATERAL (SELECT count(*)::int AS lines, count(l.first_counted)::int AS counted,
    count(*) FILTER (WHERE c.state = 'open' AND l.second_counted IS NULL AND abs(l.first_counted - l.first_on_hand) > c.recount_units
      AND abs(l.first_counted - l.first_on_hand) * 100 > c.recount_percent * greatest(1, l.first_on_hand))::int AS recounts,
    sum(l.difference)::int AS difference FROM stock_count_line l WHERE l.count_id = c.id) s ON true`

const summaryOf = (row: Row): CountSummary => ({
  countId: row.id,
  state: row.state,
  version: row.version,
  location: { locationId: row.location_id, code: row.code, name: row.name },
  filter: row.filter,
  lines: row.lines,
  counted: row.counted,
  recounts: row.recounts,
  createdBy: row.created_by,
  createdAt: row.created_at,
  ...(row.posted_at === null ? {} : { postedAt: row.posted_at }),
  ...(row.state === 'posted' ? { difference: row.difference ?? 0 } : {}),
  ...(row.reason === null ? {} : { reason: row.reason }),
})

/** Newest first, keyset-paged by id. */
export const listCounts = async (
  pool: pg.Pool,
  input: { beforeId?: number; limit: number },
): Promise<CountSummary[]> => {
  const { rows } = await pool.query<Row>(`${COUNTS} WHERE $1::int IS NULL OR c.id < $1 ORDER BY c.id DESC LIMIT $2`, [
    input.beforeId ?? null,
    input.limit,
  ])
  return rows.map(summaryOf)
}

/** One count with its lines; what the books say is told only when it is posted. */
export const viewCount = async (pool: pg.Pool, countId: number): Promise<CountView | undefined> => {
  const { rows } = await pool.query<Row>(`${COUNTS} WHERE c.id = $1`, [countId])
  const row = rows[0]
  if (!row) return undefined
  const { rows: lines } = await pool.query<CountLineRow>(
    `${COUNT_LINES} ORDER BY p.title, v.colour, v.size_order, v.id`,
    [countId],
  )
  const threshold = { units: row.recount_units, percent: row.recount_percent }
  const told = lines.map((line) => {
    const { standing } = standingOf(line, threshold)
    const counted = line.second_counted ?? line.first_counted
    const onHand = line.second_on_hand ?? line.first_on_hand
    const isPosted = row.state === 'posted' && line.difference !== null
    return {
      recordId: line.record_id,
      sku: line.sku,
      title: line.title,
      colour: line.colour,
      size: line.size,
      standing: isPosted ? ('counted' as const) : standing,
      ...(counted === null || (standing === 'uncounted' && !isPosted) ? {} : { counted }),
      ...(isPosted && onHand !== null ? { expected: onHand, difference: line.difference ?? 0 } : {}),
    }
  })
  return {
    ...summaryOf(row),
    recountUnits: row.recount_units,
    recountPercent: row.recount_percent,
    counted: told.filter((line) => line.standing !== 'uncounted').length,
    recounts: told.filter((line) => line.standing === 'recount').length,
    ...(row.note === null ? {} : { note: row.note }),
    rows: told,
  }
}
