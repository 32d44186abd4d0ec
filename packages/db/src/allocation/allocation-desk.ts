import { type AllocationDesk, allocationPolicySchema, availableToSell, type SkuCandidates } from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toRecord } from '../inventory/rows'
import { readPlaces } from './read-places'
import { readReceivedAt } from './read-received-at'

const CANDIDATES = {
  name: 'allocation-candidates',
  text: `SELECT l.*, v.sku, coalesce(due.units, 0) AS due FROM variant v
  JOIN stock_level l ON l.variant_id = v.id
  JOIN location lo ON lo.id = l.location_id AND lo.sells_online
  LEFT JOIN LATERAL (SELECT sum(h.quantity)::int AS units FROM reservation h
    WHERE h.record_id = l.record_id AND h.state = 'held' AND h.expires_at <= (SELECT clock_timestamp())) due ON l.reserved > 0
  WHERE upper(v.sku) = ANY($1::text[]) ORDER BY v.id, l.record_id`,
}

/** What the allocation editor works with, over PostgreSQL (port: core AllocationDesk). */
export const createAllocationDesk = ({ pool }: { pool: pg.Pool }): AllocationDesk => {
  const channels: AllocationDesk['channels'] = async () => {
    const { rows } = await pool.query<{ code: string; name: string; allocation_policy: unknown }>(
      'SELECT code, name, allocation_policy FROM channel ORDER BY code',
    )
    return rows.map(({ code, name, allocation_policy }) => ({
      code,
      name,
      policy: allocationPolicySchema.parse(allocation_policy),
    }))
  }
  return {
    channels,
    policyOf: async (channel) => (await channels()).find((one) => one.code === channel)?.policy,
    places: () => readPlaces(pool),
    save: async (_origin, channel, policy) => {
      const { rows } = await pool.query<{ before: unknown }>(
        'UPDATE channel SET allocation_policy = $2 WHERE code = $1 RETURNING old.allocation_policy AS before',
        [channel, JSON.stringify(policy)],
      )
      return rows[0] && allocationPolicySchema.parse(rows[0].before)
    },
    candidates: async (skus) => {
      const { rows } = await pool.query<LevelRow & { sku: string; due: number }>({
        ...CANDIDATES,
        values: [skus.map((sku) => sku.toUpperCase())],
      })
      const [places, receivedAt] = await Promise.all([
        readPlaces(pool),
        readReceivedAt(pool, [...new Set(rows.map((row) => row.variant_id))]),
      ])
      const placeOf = new Map(places.map((place) => [place.locationId, place]))
      const found = new Map<string, SkuCandidates & { candidates: SkuCandidates['candidates'][number][] }>()
      for (const row of rows) {
        const record = toRecord(row)
        const place = placeOf.get(record.locationId)
        const receivedAtMs = receivedAt.get(record.recordId)
        const of = found.get(row.sku) ?? { sku: row.sku, variantId: record.variantId, candidates: [] }
        of.candidates.push({
          recordId: record.recordId,
          locationId: record.locationId,
          available: availableToSell(record, row.due),
          kept: record.safetyStock,
          ...(place ? { place } : {}),
          ...(receivedAtMs === undefined ? {} : { receivedAtMs }),
        })
        found.set(row.sku, of)
      }
      return [...found.values()]
    },
  }
}
