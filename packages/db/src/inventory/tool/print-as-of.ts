import {
  type Explanation,
  type RecordAsOf,
  type RecordChange,
  STOCK_FIGURES,
  type StockHistory,
  type StockScope,
  type StockState,
} from '@selvedge/core'
import type pg from 'pg'
import type { AsOfArguments, Subject } from './tool-arguments'

type Print = (line: string) => void
const ROWS_SHOWN = 50
const ENTRIES_SHOWN = 20

const figures = (state: StockState): string => STOCK_FIGURES.map((figure) => `${figure} ${state[figure]}`).join('  ')
const named = (row: RecordAsOf): string =>
  `  ${String(row.recordId).padStart(7)} ${row.sku} at ${row.locationCode}  v${row.version}`

const findScope = async (pool: pg.Pool, subject: Exclude<Subject, { kind: 'record' }>): Promise<StockScope> => {
  if (subject.kind === 'shop') return subject
  const [table, column, wanted] =
    subject.kind === 'sku' ? ['variant', 'sku', subject.sku] : ['location', 'code', subject.code]
  const { rows } = await pool.query<{ id: number }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [wanted])
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`There is no ${subject.kind === 'sku' ? 'SKU' : 'location'} ${wanted}.`)
  return subject.kind === 'sku' ? { kind: 'sku', variantId: id } : { kind: 'location', locationId: id }
}

const printWhy = ({ value, terms, entries }: Explanation, print: Print): void => {
  print(`  = ${value}: ${terms.map(({ type, units, entries: count }) => `${type} ${units} (${count})`).join(', ')}`)
  for (const entry of entries) {
    const cause = entry.orderNumber
      ? `order ${entry.orderNumber}`
      : entry.cause
        ? `${entry.cause.type} ${entry.cause.id}`
        : ''
    print(
      `  v${entry.version} ${entry.recordedAt.toISOString()} ${entry.type} ${entry.moved > 0 ? '+' : ''}${entry.moved} -> ${entry.after}  ${entry.reason ?? ''} ${cause} by ${entry.actorName ?? entry.actor}`,
    )
  }
}

const printChanges = (changes: readonly RecordChange[], print: Print): void => {
  for (const { before, after } of changes.slice(0, ROWS_SHOWN)) {
    const moved = STOCK_FIGURES.filter((figure) => before[figure] !== after[figure])
    print(`${named(after)}  ${moved.map((figure) => `${figure} ${before[figure]} -> ${after[figure]}`).join('  ')}`)
  }
  print(changes.length > ROWS_SHOWN ? `more than ${ROWS_SHOWN} records changed` : `${changes.length} records changed`)
}

/** Answers a question about the past in lines for a person. */
export const printAsOf = async (
  { pool, history }: { pool: pg.Pool; history: StockHistory },
  { subject, moment, diff, why }: AsOfArguments,
  print: Print,
): Promise<void> => {
  print(`${moment.at.toISOString()} by ${moment.axis} time`)
  if (subject.kind === 'record') {
    const { recordId } = subject
    const state = await history.record(recordId, moment)
    print(`  v${state.version}  ${figures(state)}`)
    if (diff) print(`${diff.at.toISOString()}\n  ${figures(await history.record(recordId, diff))}`)
    if (why) printWhy(await history.why(recordId, why, moment, { limit: ENTRIES_SHOWN }), print)
    return
  }
  const scope = await findScope(pool, subject)
  if (diff) {
    printChanges(await history.changes(scope, moment, diff, { limit: ROWS_SHOWN + 1 }), print)
    return
  }
  const totals = await history.totals(scope, moment)
  for (const row of scope.kind === 'shop' ? [] : await history.records(scope, moment, { limit: ROWS_SHOWN }))
    print(`${named(row)}  ${figures(row)}  available ${row.available}`)
  print(`  ${totals.records} records: ${figures(totals)}  available ${totals.available}`)
}
