import {
  accept,
  type QualityDesk,
  type QualityRejection,
  type QuarantineRow,
  qualityLimit,
  reject,
  type StockState,
} from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toRecord } from '../inventory/rows'
import type { PgStockEngine } from '../inventory/stock-engine'
import { transactOrRefuse } from '../inventory/transact-or-refuse'

const TYPES = { hold: 'QualityHeld', release: 'QualityReleased', 'write-off': 'WrittenOff' } as const

type Row = Omit<QuarantineRow, 'since' | 'reason' | 'note'> & {
  since: Date | null
  reason: string | null
  note: string | null
}

const QUARANTINE = `SELECT l.record_id AS "recordId", l.variant_id AS "variantId", l.version, v.sku, p.title, v.colour, v.size,
    lo.code AS "locationCode", l.on_hand AS "onHand", l.unavailable, e.effective_at AS since, e.reason, e.note
  FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN product p ON p.id = v.product_id
  JOIN location lo ON lo.id = l.location_id
  LEFT JOIN LATERAL (SELECT effective_at, reason, note FROM inventory_event WHERE record_id = l.record_id
    AND type IN ('QualityHeld', 'Damaged', 'ReturnedQuarantined') ORDER BY version DESC LIMIT 1) e ON true
  WHERE l.unavailable > 0 AND l.record_id > $1 ORDER BY l.record_id LIMIT $2`

/** Quality holds over PostgreSQL (port: core QualityDesk). */
export const createQualityDesk = ({
  pool,
  engine,
}: {
  pool: pg.Pool
  engine: Pick<PgStockEngine, 'transact'>
}): QualityDesk => ({
  list: async ({ afterRecordId, limit }) => {
    const { rows } = await pool.query<Row>(QUARANTINE, [afterRecordId ?? 0, limit])
    return rows.map(({ since, reason, note, ...row }) => ({
      ...row,
      ...(since === null ? {} : { since }),
      ...(reason === null ? {} : { reason }),
      ...(note === null ? {} : { note }),
    }))
  },

  move: (origin, { recordId, variantId, move, quantity, reason, note, expectedVersion }) =>
    transactOrRefuse(engine, {
      plan: async (client) => {
        const { rows } = await client.query<LevelRow>(
          'SELECT * FROM stock_level WHERE variant_id = $1 ORDER BY record_id FOR UPDATE',
          [variantId],
        )
        const level = rows.map(toRecord).find((record) => record.recordId === recordId)
        // Whether it exists and is the version that was seen, the engine says.
        const there = level && level.version === expectedVersion ? qualityLimit(level, move) : quantity
        if (quantity > there) return reject<QualityRejection>({ code: 'QUALITY_EXCEEDS', recordId, move, there })
        const cause = { type: 'adjustment', id: origin.correlationId } as const
        const seen = { recordId, variantId, quantity, reason, expectedVersion, ...(note === undefined ? {} : { note }) }
        return accept({
          commands: [{ kind: 'observe', origin, cause, observations: [{ ...seen, type: TYPES[move] }] }],
        })
      },
      write: async (client): Promise<StockState> => {
        const { rows } = await client.query<LevelRow>('SELECT * FROM stock_level WHERE record_id = $1', [recordId])
        if (!rows[0]) throw new Error(`record ${recordId} vanished`)
        return toRecord(rows[0])
      },
    }),
})
