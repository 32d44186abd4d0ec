import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/**
 * The baseline: the same rows by one guarded, named statement a request. The guard is in the UPDATE, so it cannot
 * oversell; it knows no policy, no expiry of others' holds and no idempotency beyond the primary key.
 */
const STATEMENT = {
  name: 'bench-hold',
  text: `WITH level AS (
    UPDATE stock_level SET version = version + 1, reserved = reserved + $3
    WHERE record_id = $1 AND on_hand - reserved - allocated - unavailable - safety_stock >= $3
    RETURNING *
  ), ledger AS (
    INSERT INTO inventory_event (record_id, version, type, quantity, reservation_id, expires_at, actor, correlation_id, recorded_at, effective_at)
    SELECT record_id, version, 'Reserved', $3, $2, clock_timestamp() + interval '10 minutes', $5, $6, clock_timestamp(), clock_timestamp() FROM level
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'stock', record_id::text, jsonb_build_object('topic', 'stock', 'type', 'Reserved', 'recordId', record_id, 'variantId', variant_id,
      'locationId', location_id, 'version', version, 'quantity', $3::int, 'cartId', $4::text, 'reservationId', $2::text,
      'level', jsonb_build_object('onHand', on_hand, 'reserved', reserved, 'allocated', allocated, 'unavailable', unavailable, 'short', short,
        'safetyStock', safety_stock)), $6 FROM level
  )
  INSERT INTO reservation (cart_id, id, record_id, variant_id, quantity, requested_units, state, expires_at, extensions, held_at)
  SELECT $4::uuid, $2::uuid, record_id, variant_id, $3, $3, 'held', clock_timestamp() + interval '10 minutes', 0, clock_timestamp() FROM level
  RETURNING record_id`,
}

export const holdByOneStatement = async (pool: pg.Pool, recordId: number): Promise<boolean> => {
  const values = [recordId, randomUUID(), 1, randomUUID(), 'guest:bench', 'bench']
  return (await pool.query({ ...STATEMENT, values })).rowCount === 1
}
