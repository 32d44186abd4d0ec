/** Locks every record of the SKUs in one global order: by record id, wherever the request comes from. */
export const LOCK_RECORDS = {
  name: 'stock-lock',
  text: `SELECT record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock
  FROM stock_level WHERE variant_id = ANY($1::int[]) ORDER BY record_id FOR UPDATE`,
}

/** As LOCK_RECORDS, for whoever only tidies up: a record that a writer has locked expires its holds that were due by then. */
export const LOCK_RECORDS_SKIPPING = {
  name: 'stock-lock-skipping',
  text: `${LOCK_RECORDS.text} SKIP LOCKED`,
}

const CLOCK = 'clock AS MATERIALIZED (SELECT clock_timestamp() AS now)'

const PART_COLUMNS = `r.cart_id, r.id, r.record_id, r.variant_id, r.quantity, r.requested_units, r.granted_units, r.future_units, r.shipped, r.state,
    r.expires_at, r.extensions, r.held_at, r.shopper_id, r.address_key, r.resolution, r.correlation_id`

/** Look-ups by key, one by one (OFFSET 0 keeps them so): right for a batch of any size on a table of any size. */
const NAMED = `SELECT r.* FROM (SELECT unnest($2::uuid[]) AS cart_id, unnest($3::uuid[]) AS id) k,
      LATERAL (SELECT * FROM reservation r WHERE r.cart_id = k.cart_id AND r.id = k.id OFFSET 0) r`
const DUE = `SELECT r.* FROM clock, stock_level l,
      LATERAL (SELECT * FROM reservation r WHERE r.record_id = l.record_id AND r.state = 'held' AND r.expires_at <= clock.now OFFSET 0) r
      WHERE l.variant_id = ANY($1::int[]) AND l.reserved > 0`

const CLOCK_ROW = `SELECT 'clock' AS kind, clock.now AS at, NULL::uuid AS cart_id, NULL::uuid AS id, NULL::int AS record_id, NULL::int AS variant_id,
    NULL::int AS quantity, NULL::int AS requested_units, NULL::int AS granted_units, NULL::int AS future_units, NULL::int AS shipped,
    NULL AS state, NULL::timestamptz AS expires_at, NULL::int AS extensions,
    NULL::timestamptz AS held_at, NULL AS shopper_id, NULL AS address_key, NULL AS resolution, NULL AS correlation_id FROM clock`

/**
 * One statement after the locks are held, for batches of guests' holds: the database's clock, the reservations the batch
 * names and those due on the locked records. $1 SKUs, $2/$3 named (cart, id).
 */
export const READ_HOLDS = {
  name: 'stock-read-holds',
  text: `WITH ${CLOCK}, wanted AS (${NAMED} UNION ${DUE})
  ${CLOCK_ROW} UNION ALL SELECT 'part', NULL, ${PART_COLUMNS} FROM wanted r`,
}

/** Due holds count too: their expiry, decided first in the same batch, takes them off again. */
const countedBy = (by: 'shopper' | 'address', column: string, parameter: string): string => `
    SELECT '${by}' AS by, 'held' AS how, r.variant_id, r.${column} AS who, r.quantity FROM reservation r
      WHERE r.state = 'held' AND r.variant_id = ANY($5::int[]) AND r.${column} = ANY(${parameter}::text[])
    UNION ALL
    SELECT '${by}', 'bought', r.variant_id, r.${column}, r.quantity FROM reservation r, clock
      WHERE r.state = 'committed' AND r.variant_id = ANY($5::int[]) AND r.${column} = ANY(${parameter}::text[])
      AND r.resolution IS DISTINCT FROM 'allocation-released' AND r.held_at > clock.now - $10::float8 * interval '1 ms'`

/**
 * As READ_HOLDS, with everything any command may need: the held parts of SKUs whose promises are at risk, earlier entries
 * under the dedupe keys named, and what shoppers and addresses hold and bought of the SKUs.
 * $4 SKUs at risk, $5 SKUs to hold, $6 shoppers, $7 addresses, $8/$9 (record, key), $10 how far back purchases count, in
 * ms, null for not at all.
 */
export const READ_UNDER_LOCK = {
  name: 'stock-read',
  text: `WITH ${CLOCK}, wanted AS (${NAMED} UNION ${DUE} UNION
    SELECT r.* FROM stock_level l,
      LATERAL (SELECT * FROM reservation r WHERE r.record_id = l.record_id AND r.state = 'held' OFFSET 0) r WHERE l.variant_id = ANY($4::int[])
  ), counted AS (${countedBy('shopper', 'shopper_id', '$6')} UNION ALL ${countedBy('address', 'address_key', '$7')})
  ${CLOCK_ROW} UNION ALL SELECT 'part', NULL, ${PART_COLUMNS} FROM wanted r
  UNION ALL
  SELECT by, NULL, NULL, NULL, NULL, variant_id, sum(quantity)::int, NULL, NULL, NULL, NULL, how, NULL, NULL, NULL, NULL, NULL, who, NULL
    FROM counted GROUP BY by, how, variant_id, who
  UNION ALL
  SELECT 'seen', NULL, NULL, NULL, k.record_id, NULL, e.version, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, k.dedupe_key, NULL
    FROM (SELECT unnest($8::int[]) AS record_id, unnest($9::text[]) AS dedupe_key) k,
      LATERAL (SELECT e.version FROM inventory_event e WHERE e.record_id = k.record_id AND e.dedupe_key = k.dedupe_key OFFSET 0) e`,
}

/** SKUs with holds past their expiry, soonest first: what a sweep works through. */
export const DUE_VARIANTS = {
  name: 'stock-due',
  text: `SELECT DISTINCT variant_id FROM (SELECT variant_id FROM reservation
  WHERE state = 'held' AND expires_at <= (SELECT clock_timestamp()) ORDER BY expires_at LIMIT $1) due`,
}
