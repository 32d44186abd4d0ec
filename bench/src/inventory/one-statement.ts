import { randomUUID } from 'node:crypto'
import type pg from 'pg'

const LEVEL = `jsonb_build_object('onHand', on_hand, 'reserved', reserved, 'allocated', allocated, 'unavailable', unavailable,
  'short', short, 'safetyStock', safety_stock, 'oversellCap', oversell_cap)`
const MESSAGE = `jsonb_build_object('topic', 'stock', 'type', 'Reserved', 'recordId', record_id, 'variantId', variant_id, 'locationId', location_id,
  'version', version, 'quantity', 1, 'cartId', $1::text, 'reservationId', reservation_id, 'expiresAtMs', (extract(epoch FROM expires_at) * 1000)::bigint,
  'recordedAtMs', (extract(epoch FROM now) * 1000)::bigint, 'level', ${LEVEL})`
const EVENT_COLUMNS =
  'record_id, version, type, quantity, reservation_id, expires_at, actor, correlation_id, recorded_at, effective_at'
const HOLD_COLUMNS =
  'cart_id, id, record_id, variant_id, quantity, requested_units, state, expires_at, extensions, held_at, correlation_id'

/** The rows of a hold from the changed level: ledger, outbox, reservation; the same columns and indexes as the engine writes. */
const rowsOf = (level: string) => `ledger AS (
    INSERT INTO inventory_event (${EVENT_COLUMNS})
    SELECT record_id, version, 'Reserved', 1, reservation_id, expires_at, $2, $3, now, now FROM ${level}
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id) SELECT 'stock', record_id::text, ${MESSAGE}, $3 FROM ${level}
  )
  INSERT INTO reservation (${HOLD_COLUMNS})
  SELECT $1::uuid, reservation_id, record_id, variant_id, 1, 1, 'held', expires_at, 0, now, $3 FROM ${level} RETURNING record_id`

const CLOCK = `clock_timestamp() AS now, clock_timestamp() + interval '10 minutes' AS expires_at`
const FREE = 'on_hand - reserved - allocated - unavailable - safety_stock'

/** One unit of one SKU (record id = variant id) by one guarded statement: it cannot oversell, and knows no policy and no expiry. */
const HOT = {
  name: 'bench-hold',
  text: `WITH level AS (
    UPDATE stock_level SET version = version + 1, reserved = reserved + 1 WHERE record_id = $5::int AND ${FREE} >= 1
    RETURNING *, $4::uuid AS reservation_id, ${CLOCK}
  ), ${rowsOf('level')}`,
}

/** The same over several SKUs, all or none: locked in order of id first, as a statement of this kind has to. */
const WIDE = {
  name: 'bench-hold-lines',
  text: `WITH wanted AS (SELECT * FROM unnest($4::uuid[], $5::int[]) AS w(reservation_id, record_id)
  ), locked AS MATERIALIZED (
    SELECT l.record_id, ${FREE} AS free FROM stock_level l WHERE l.record_id = ANY($5::int[]) ORDER BY l.record_id FOR UPDATE
  ), level AS (
    UPDATE stock_level l SET version = l.version + 1, reserved = l.reserved + 1 FROM wanted w
    WHERE l.record_id = w.record_id AND (SELECT count(*) FROM locked WHERE free >= 1) = cardinality($5::int[])
    RETURNING l.*, w.reservation_id, ${CLOCK}
  ), ${rowsOf('level')}`,
}

export const holdByOneStatement = async (pool: pg.Pool, recordId: number): Promise<void> => {
  const values = [randomUUID(), 'guest:bench', 'bench', randomUUID(), recordId]
  if ((await pool.query({ ...HOT, values })).rowCount !== 1) throw new Error('refused')
}

export const holdLinesByOneStatement = async (pool: pg.Pool, recordIds: readonly number[]): Promise<void> => {
  const values = [randomUUID(), 'guest:bench', 'bench', recordIds.map(() => randomUUID()), recordIds]
  if ((await pool.query({ ...WIDE, values })).rowCount !== recordIds.length) throw new Error('refused')
}

/** HOT as a script for pgbench, which makes its own ids. */
export const HOT_SCRIPT = `${HOT.text
  .replaceAll('$1::text', 'gen_random_uuid()::text')
  .replaceAll('$1::uuid', 'gen_random_uuid()')
  .replaceAll('$2', `'bench'`)
  .replaceAll('$3', `'bench'`)
  .replaceAll('$4::uuid', 'gen_random_uuid()')
  .replaceAll('$5::int', '1')
  .replaceAll(/\s+/g, ' ')};\n`
