import { EMPTY_STOCK, type StockHistory } from '@selvedge/core'
import type pg from 'pg'
import { explainFigure } from './explain-figure'
import { readChanges } from './read-changes'
import { readIncoming } from './read-incoming'
import { readRecords } from './read-records'
import { readSeries } from './read-series'
import { readSpan } from './read-span'
import { readTotals } from './read-totals'

/** The past of the stock over PostgreSQL (port: core StockHistory). */
export const createStockHistory = ({ pool }: { pool: pg.Pool }): StockHistory => ({
  record: async (recordId, { at, axis }) => (await readSeries(pool, recordId, axis, [at]))[0] ?? EMPTY_STOCK,
  series: (recordId, axis, moments) => readSeries(pool, recordId, axis, moments),
  incoming: (recordId, axis, moments) => readIncoming(pool, recordId, axis, moments),
  records: (scope, moment, page) => readRecords(pool, scope, moment, page),
  totals: (scope, moment) => readTotals(pool, scope, moment),
  changes: (scope, from, to, page) => readChanges(pool, scope, from, to, page),
  why: (recordId, figure, moment, page) => explainFigure(pool, recordId, figure, moment, page),
  span: (recordId) => readSpan(pool, recordId),
})
