import {
  type Explanation,
  effectOn,
  type FigureTerm,
  type Moment,
  type StockEventType,
  type StockFigure,
  settingOf,
  typesThatMove,
} from '@selvedge/core'
import type pg from 'pg'
import { LEDGER_COLUMNS, type LedgerRow, toLedgerEntry } from '../read-ledger'
import { SETTINGS } from './fold-sql'

/** When an entry counts on an axis: `timeOf` of core. */
const COUNTS_AT = {
  recorded: 'e.recorded_at',
  effective: `CASE WHEN e.type = ANY(${SETTINGS}) THEN e.recorded_at ELSE e.effective_at END`,
} as const

const termUnits = (figure: StockFigure, type: StockEventType, sum: number, last: number): number =>
  settingOf(type) === figure ? last : effectOn(type, figure) * sum

/**
 * Why a figure is what it is: what each kind of entry brought to it up to the moment, and a page of the entries
 * themselves, newest first, with the figure after each. On the effective axis a late entry stands where it was true.
 */
export const explainFigure = async (
  pool: pg.Pool,
  recordId: number,
  figure: StockFigure,
  { at, axis }: Moment,
  page: { skip?: number; limit: number },
): Promise<Explanation> => {
  const types = typesThatMove(figure)
  const counting = `e.record_id = $1 AND e.type = ANY($2::text[]) AND ${COUNTS_AT[axis]} <= $3`
  const skip = page.skip ?? 0
  const [sums, shown] = await Promise.all([
    pool.query<{ type: StockEventType; entries: number; units: number; last: number | null }>({
      name: `stock-why-terms-${axis}`,
      text: `SELECT e.type, count(*)::int AS entries, sum(e.quantity)::int AS units,
          (max((e.version::bigint << 32) + e.quantity) FILTER (WHERE e.type = ANY(${SETTINGS})) & 4294967295)::int AS last
        FROM inventory_event e WHERE ${counting} GROUP BY e.type`,
      values: [recordId, types, at],
    }),
    pool.query<LedgerRow>({
      name: `stock-why-entries-${axis}`,
      text: `SELECT ${LEDGER_COLUMNS} FROM inventory_event e WHERE ${counting}
        ORDER BY ${COUNTS_AT[axis]} DESC, e.version DESC LIMIT $4`,
      values: [recordId, types, at, skip + page.limit],
    }),
  ])
  const terms = sums.rows.map(
    ({ type, entries, units, last }): FigureTerm => ({
      type,
      entries,
      units: termUnits(figure, type, units, last ?? 0),
    }),
  )
  const value = terms.reduce((sum, term) => sum + term.units, 0)
  return { value, terms, entries: withBalances(shown.rows, figure, value).slice(skip) }
}

/** From the newest entry back: the figure after an entry is the one before the entry above it. */
const withBalances = (
  rows: readonly LedgerRow[],
  figure: StockFigure,
  value: number,
): Explanation['entries'][number][] => {
  let after = value
  return rows.map((row, place) => {
    const entry = toLedgerEntry(row)
    if (settingOf(entry.type) === figure) {
      const before = rows[place + 1]?.quantity ?? 0
      return { ...entry, moved: entry.quantity - before, after: entry.quantity }
    }
    const moved = effectOn(entry.type, figure) * entry.quantity
    const explained = { ...entry, moved, after }
    after -= moved
    return explained
  })
}
