import { EMPTY_STOCK, evolve, type StockEventType, type StockState } from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toRecord } from './rows'

export type LedgerFinding = { readonly recordId: number; readonly what: string }

const COMPARED = [
  'version',
  'onHand',
  'reserved',
  'allocated',
  'unavailable',
  'short',
  'safetyStock',
  'oversellCap',
] as const
const PAGE = 5_000

/** Reads the whole ledger page by page and folds it; the hard truth that levels, counters and holds must agree with. */
export const verifyLedger = async (pool: pg.Pool, onProgress?: (records: number) => void): Promise<LedgerFinding[]> => {
  const findings: LedgerFinding[] = []
  let after = 0
  let seen = 0
  for (;;) {
    const { rows: levels } = await pool.query<LevelRow>(
      `SELECT * FROM stock_level WHERE record_id > $1 ORDER BY record_id LIMIT ${PAGE}`,
      [after],
    )
    const last = levels.at(-1)
    if (!last) return findings
    const ids = levels.map((level) => level.record_id)
    const { rows: events } = await pool.query<{
      record_id: number
      version: number
      type: StockEventType
      quantity: number
    }>(
      'SELECT record_id, version, type, quantity FROM inventory_event WHERE record_id = ANY($1::int[]) ORDER BY record_id, version',
      [ids],
    )
    const { rows: held } = await pool.query<{ record_id: number; units: number }>(
      `SELECT record_id, sum(quantity)::int AS units FROM reservation WHERE state = 'held' AND record_id = ANY($1::int[]) GROUP BY record_id`,
      [ids],
    )
    const heldUnits = new Map(held.map((row) => [row.record_id, row.units]))
    const folded = new Map<number, StockState>()
    for (const { record_id: recordId, version, type, quantity } of events) {
      const state = folded.get(recordId) ?? EMPTY_STOCK
      if (version !== state.version + 1)
        findings.push({ recordId, what: `version ${version} follows ${state.version}` })
      folded.set(recordId, evolve(state, { type, quantity }))
    }
    for (const level of levels) {
      const record = toRecord(level)
      const fold = folded.get(record.recordId) ?? EMPTY_STOCK
      for (const field of COMPARED) {
        if (record[field] !== fold[field])
          findings.push({
            recordId: record.recordId,
            what: `${field} is ${record[field]}, its ledger says ${fold[field]}`,
          })
      }
      const units = heldUnits.get(record.recordId) ?? 0
      if (record.reserved !== units)
        findings.push({
          recordId: record.recordId,
          what: `reserved is ${record.reserved}, its holds add up to ${units}`,
        })
    }
    after = last.record_id
    seen += levels.length
    onProgress?.(seen)
  }
}
