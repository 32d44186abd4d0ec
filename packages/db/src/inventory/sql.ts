/** Locks every record of the SKUs in one global order: by record id, wherever the request comes from. */
export const LOCK_RECORDS = {
  name: 'stock-lock',
  text: `SELECT record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock
  FROM stock_level WHERE variant_id = ANY($1::int[]) ORDER BY record_id FOR UPDATE`,
}

/** As LOCK_RECORDS, for whoever only tidies up: a record that a writer has locked expires its own due holds. */
export const LOCK_RECORDS_SKIPPING = {
  name: 'stock-lock-skipping',
  text: `${LOCK_RECORDS.text} SKIP LOCKED`,
}

/**
 * One statement after the locks are held: the database's clock, the reservations the batch names, those due on the
 * locked records, the held ones of records about to be adjusted, and what shoppers and addresses hold of the SKUs.
 * $1 locked records, $2/$3 named (cart, id), $4 records to adjust, $5 SKUs, $6 shoppers, $7 addresses.
 */
export const READ_UNDER_LOCK = {
  name: 'stock-read',
  text: `WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
  wanted AS (
    SELECT r.* FROM unnest($2::uuid[], $3::uuid[]) AS k(cart_id, id) JOIN reservation r USING (cart_id, id)
    UNION
    SELECT r.* FROM reservation r, clock WHERE r.state = 'held' AND r.record_id = ANY($1::int[]) AND r.expires_at <= clock.now
    UNION
    SELECT r.* FROM reservation r WHERE r.state = 'held' AND r.record_id = ANY($4::int[])
  )
  SELECT 'clock' AS kind, clock.now AS at, NULL::uuid AS cart_id, NULL::uuid AS id, NULL::int AS record_id, NULL::int AS variant_id,
    NULL::int AS quantity, NULL::int AS requested_units, NULL AS state, NULL::timestamptz AS expires_at, NULL::int AS extensions,
    NULL::timestamptz AS held_at, NULL AS shopper_id, NULL AS address_key, NULL AS resolution FROM clock
  UNION ALL
  SELECT 'part', NULL, cart_id, id, record_id, variant_id, quantity, requested_units, state, expires_at, extensions,
    held_at, shopper_id, address_key, resolution FROM wanted
  UNION ALL
  SELECT 'shopper', NULL, NULL, NULL, NULL, r.variant_id, sum(r.quantity)::int, NULL, NULL, NULL, NULL, NULL, r.shopper_id, NULL, NULL
    FROM reservation r, clock WHERE r.state = 'held' AND r.variant_id = ANY($5::int[]) AND r.shopper_id = ANY($6::text[])
    AND r.expires_at > clock.now GROUP BY r.variant_id, r.shopper_id
  UNION ALL
  SELECT 'address', NULL, NULL, NULL, NULL, r.variant_id, sum(r.quantity)::int, NULL, NULL, NULL, NULL, NULL, NULL, r.address_key, NULL
    FROM reservation r, clock WHERE r.state = 'held' AND r.variant_id = ANY($5::int[]) AND r.address_key = ANY($7::text[])
    AND r.expires_at > clock.now GROUP BY r.variant_id, r.address_key`,
}

/**
 * Everything a batch decided, in one statement: levels, ledger, new and changed reservations, outbox.
 * Level and ledger are written from the same fold, so they cannot disagree; outbox positions are drawn here,
 * under the record locks, in the order of the entries.
 */
export const WRITE_BATCH = {
  name: 'stock-write',
  text: `WITH entry AS MATERIALIZED (
    SELECT * FROM unnest($1::int[], $2::int[], $3::text[], $4::int[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::text[], $9::text[],
      $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::int[], $16::int[], $17::int[], $18::int[], $19::int[], $20::int[], $21::int[])
      WITH ORDINALITY AS e(record_id, version, type, quantity, cart_id, reservation_id, expires_at, reason, note,
        actor, cause_type, cause_id, correlation_id, variant_id, location_id, on_hand, reserved, allocated, unavailable, short, safety_stock, ord)
  ), level AS (
    UPDATE stock_level l SET version = n.version, on_hand = n.on_hand, reserved = n.reserved, allocated = n.allocated,
      unavailable = n.unavailable, short = n.short, safety_stock = n.safety_stock
    FROM (SELECT DISTINCT ON (record_id) * FROM entry ORDER BY record_id, ord DESC) n WHERE l.record_id = n.record_id
  ), ledger AS (
    INSERT INTO inventory_event (record_id, version, type, quantity, reservation_id, expires_at, reason, note, actor, cause_type, cause_id,
      correlation_id, recorded_at, effective_at)
    SELECT record_id, version, type, quantity, reservation_id, expires_at, reason, note, actor, cause_type, cause_id, correlation_id, $22, $22
    FROM entry ORDER BY ord
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'stock', record_id::text, jsonb_strip_nulls(jsonb_build_object('topic', 'stock', 'type', type, 'recordId', record_id,
      'variantId', variant_id, 'locationId', location_id, 'version', version, 'quantity', quantity, 'cartId', cart_id,
      'reservationId', reservation_id, 'expiresAtMs', (extract(epoch FROM expires_at) * 1000)::bigint,
      'recordedAtMs', (extract(epoch FROM $22::timestamptz) * 1000)::bigint,
      'level', jsonb_build_object('onHand', on_hand, 'reserved', reserved, 'allocated', allocated, 'unavailable', unavailable,
        'short', short, 'safetyStock', safety_stock))), correlation_id
    FROM entry ORDER BY ord
  ), part AS MATERIALIZED (
    SELECT * FROM unnest($23::boolean[], $24::uuid[], $25::uuid[], $26::int[], $27::int[], $28::int[], $29::int[], $30::text[], $31::timestamptz[],
      $32::int[], $33::text[], $34::text[], $35::timestamptz[], $36::text[])
      AS p(is_new, cart_id, id, record_id, variant_id, quantity, requested_units, state, expires_at, extensions, shopper_id, address_key,
        held_at, resolution)
  ), added AS (
    INSERT INTO reservation (cart_id, id, record_id, variant_id, quantity, requested_units, state, expires_at, extensions, shopper_id,
      address_key, held_at, resolved_at, resolution)
    SELECT cart_id, id, record_id, variant_id, quantity, requested_units, state, expires_at, extensions, shopper_id, address_key, held_at,
      CASE WHEN state = 'held' THEN NULL ELSE $22::timestamptz END, resolution
    FROM part WHERE is_new
  ), changed AS (
    UPDATE reservation r SET state = p.state, expires_at = p.expires_at, extensions = p.extensions, resolution = p.resolution,
      resolved_at = CASE WHEN p.state = 'held' THEN NULL ELSE coalesce(r.resolved_at, $22::timestamptz) END
    FROM part p WHERE NOT p.is_new AND r.cart_id = p.cart_id AND r.id = p.id AND r.record_id = p.record_id
  )
  SELECT 1`,
}

/** SKUs with holds past their expiry, soonest first: what a sweep works through. */
export const DUE_VARIANTS = {
  name: 'stock-due',
  text: `SELECT DISTINCT variant_id FROM (SELECT variant_id FROM reservation
  WHERE state = 'held' AND expires_at <= clock_timestamp() ORDER BY expires_at LIMIT $1) due`,
}
