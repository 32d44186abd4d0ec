import { accept, type CreateTransfer, type Origin, type Result, reject, type TransferRejection } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

type Created = Result<{ transferId: number }, TransferRejection>

/** Writes a draft. Nothing moves yet: what is free is checked when it is sent. */
export const createTransfer = (pool: pg.Pool, origin: Origin, request: CreateTransfer): Promise<Created> =>
  inTransaction(pool, async (client): Promise<Created> => {
    const { requestId, fromLocationId, toLocationId, expectedOn, note, lines } = request
    if (fromLocationId === toLocationId) return reject({ code: 'TRANSFER_SAME_PLACE', locationId: fromLocationId })
    const { rows: places } = await client.query<{ id: number }>('SELECT id FROM location WHERE id = ANY($1::int[])', [
      [fromLocationId, toLocationId],
    ])
    const missing = [fromLocationId, toLocationId].find((id) => !places.some((place) => place.id === id))
    if (missing !== undefined) return reject({ code: 'UNKNOWN_LOCATION', locationId: missing })

    const codes = lines.map((line) => line.sku.toUpperCase())
    const twice = codes.find((sku, index) => codes.indexOf(sku) !== index)
    if (twice !== undefined) return reject({ code: 'TRANSFER_SKU_TWICE', sku: twice })
    const { rows: records } = await client.query<{ sku: string; variant_id: number; record_id: number }>(
      `SELECT upper(v.sku) AS sku, v.id AS variant_id, r.id AS record_id FROM variant v
      JOIN inventory_record r ON r.variant_id = v.id AND r.location_id = $2 WHERE upper(v.sku) = ANY($1::text[])`,
      [codes, fromLocationId],
    )
    const bySku = new Map(records.map((record) => [record.sku, record]))
    const unknown = codes.find((sku) => !bySku.has(sku))
    if (unknown !== undefined) return reject({ code: 'TRANSFER_SKU_UNKNOWN', sku: unknown })

    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO stock_transfer (request_id, from_location_id, to_location_id, expected_on, note, created_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp()) ON CONFLICT (request_id) DO NOTHING RETURNING id`,
      [requestId, fromLocationId, toLocationId, expectedOn, note ?? null, origin.actor],
    )
    const transferId = rows[0]?.id
    if (transferId === undefined) return accept({ transferId: await earlier(client, requestId) })
    await client.query(
      `INSERT INTO stock_transfer_line (transfer_id, line_no, variant_id, from_record_id, quantity)
      SELECT $1, l.ord, l.variant_id, l.record_id, l.quantity
      FROM unnest($2::int[], $3::int[], $4::int[]) WITH ORDINALITY AS l(variant_id, record_id, quantity, ord)`,
      [
        transferId,
        codes.map((sku) => bySku.get(sku)?.variant_id),
        codes.map((sku) => bySku.get(sku)?.record_id),
        lines.map((line) => line.quantity),
      ],
    )
    return accept({ transferId })
  })

const earlier = async (client: pg.PoolClient, requestId: string): Promise<number> => {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM stock_transfer WHERE request_id = $1', [
    requestId,
  ])
  if (!rows[0]) throw new Error(`transfer of request ${requestId} vanished`)
  return rows[0].id
}
