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
 * locked records, the held ones of SKUs whose promises are at risk, earlier entries under the dedupe keys named, and
 * what shoppers and addresses hold and bought of the SKUs.
 * $1 locked records, $2/$3 named (cart, id), $4 records at risk, $5 SKUs, $6 shoppers, $7 addresses, $8/$9 (record, key),
 * $10 how far back purchases count, in ms, null for not at all.
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
  ),
  counted AS (
    SELECT 'shopper' AS by, 'held' AS how, r.variant_id, r.shopper_id AS who, r.quantity FROM reservation r, clock
      WHERE r.state = 'held' AND r.variant_id = ANY($5::int[]) AND r.shopper_id = ANY($6::text[]) AND r.expires_at > clock.now
    UNION ALL
    SELECT 'address', 'held', r.variant_id, r.address_key, r.quantity FROM reservation r, clock
      WHERE r.state = 'held' AND r.variant_id = ANY($5::int[]) AND r.address_key = ANY($7::text[]) AND r.expires_at > clock.now
    UNION ALL
    SELECT 'shopper', 'bought', r.variant_id, r.shopper_id, r.quantity FROM reservation r, clock
      WHERE r.state = 'committed' AND r.variant_id = ANY($5::int[]) AND r.shopper_id = ANY($6::text[])
      AND r.resolution IS DISTINCT FROM 'allocation-released' AND r.held_at > clock.now - $10::float8 * interval '1 ms'
    UNION ALL
    SELECT 'address', 'bought', r.variant_id, r.address_key, r.quantity FROM reservation r, clock
      WHERE r.state = 'committed' AND r.variant_id = ANY($5::int[]) AND r.address_key = ANY($7::text[])
      AND r.resolution IS DISTINCT FROM 'allocation-released' AND r.held_at > clock.now - $10::float8 * interval '1 ms'
  )
  SELECT 'clock' AS kind, clock.now AS at, NULL::uuid AS cart_id, NULL::uuid AS id, NULL::int AS record_id, NULL::int AS variant_id,
    NULL::int AS quantity, NULL::int AS requested_units, NULL::int AS granted_units, NULL::int AS future_units, NULL::int AS shipped,
    NULL AS state, NULL::timestamptz AS expires_at, NULL::int AS extensions,
    NULL::timestamptz AS held_at, NULL AS shopper_id, NULL AS address_key, NULL AS resolution FROM clock
  UNION ALL
  SELECT 'part', NULL, cart_id, id, record_id, variant_id, quantity, requested_units, granted_units, future_units, shipped, state, expires_at,
    extensions, held_at, shopper_id, address_key, resolution FROM wanted
  UNION ALL
  SELECT by, NULL, NULL, NULL, NULL, variant_id, sum(quantity)::int, NULL, NULL, NULL, NULL, how, NULL, NULL, NULL, NULL, NULL, who
    FROM counted GROUP BY by, how, variant_id, who
  UNION ALL
  SELECT 'seen', NULL, NULL, NULL, e.record_id, NULL, e.version, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, e.dedupe_key
    FROM unnest($8::int[], $9::text[]) AS k(record_id, dedupe_key) JOIN inventory_event e USING (record_id, dedupe_key)`,
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
      $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::int[], $16::int[], $17::int[], $18::int[], $19::int[], $20::int[], $21::int[],
      $22::int[], $23::timestamptz[], $24::text[])
      WITH ORDINALITY AS e(record_id, version, type, quantity, cart_id, reservation_id, expires_at, reason, note,
        actor, cause_type, cause_id, correlation_id, variant_id, location_id, on_hand, reserved, allocated, unavailable, short, safety_stock,
        oversell_cap, effective_at, dedupe_key, ord)
  ), level AS (
    UPDATE stock_level l SET version = n.version, on_hand = n.on_hand, reserved = n.reserved, allocated = n.allocated,
      unavailable = n.unavailable, short = n.short, safety_stock = n.safety_stock, oversell_cap = n.oversell_cap
    FROM (SELECT DISTINCT ON (record_id) * FROM entry ORDER BY record_id, ord DESC) n WHERE l.record_id = n.record_id
  ), ledger AS (
    INSERT INTO inventory_event (record_id, version, type, quantity, reservation_id, expires_at, reason, note, actor, cause_type, cause_id,
      correlation_id, recorded_at, effective_at, dedupe_key)
    SELECT record_id, version, type, quantity, reservation_id, expires_at, reason, note, actor, cause_type, cause_id, correlation_id, $25,
      coalesce(effective_at, $25), dedupe_key
    FROM entry ORDER BY ord
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'stock', record_id::text, jsonb_strip_nulls(jsonb_build_object('topic', 'stock', 'type', type, 'recordId', record_id,
      'variantId', variant_id, 'locationId', location_id, 'version', version, 'quantity', quantity, 'cartId', cart_id,
      'reservationId', reservation_id, 'expiresAtMs', (extract(epoch FROM expires_at) * 1000)::bigint,
      'recordedAtMs', (extract(epoch FROM $25::timestamptz) * 1000)::bigint,
      'level', jsonb_build_object('onHand', on_hand, 'reserved', reserved, 'allocated', allocated, 'unavailable', unavailable,
        'short', short, 'safetyStock', safety_stock, 'oversellCap', oversell_cap))), correlation_id
    FROM entry ORDER BY ord
  ), part AS MATERIALIZED (
    SELECT * FROM unnest($26::boolean[], $27::uuid[], $28::uuid[], $29::int[], $30::int[], $31::int[], $32::int[], $33::int[], $34::int[], $35::int[],
      $36::text[], $37::timestamptz[], $38::int[], $39::text[], $40::text[], $41::timestamptz[], $42::text[])
      AS p(is_new, cart_id, id, record_id, variant_id, quantity, requested_units, granted_units, future_units, shipped, state, expires_at,
        extensions, shopper_id, address_key, held_at, resolution)
  ), added AS (
    INSERT INTO reservation (cart_id, id, record_id, variant_id, quantity, requested_units, granted_units, future_units, shipped, state,
      expires_at, extensions, shopper_id, address_key, held_at, resolved_at, resolution)
    SELECT cart_id, id, record_id, variant_id, quantity, requested_units, granted_units, future_units, shipped, state, expires_at, extensions,
      shopper_id, address_key, held_at, CASE WHEN state = 'held' THEN NULL ELSE $25::timestamptz END, resolution
    FROM part WHERE is_new
  ), changed AS (
    UPDATE reservation r SET state = p.state, expires_at = p.expires_at, extensions = p.extensions, resolution = p.resolution,
      quantity = p.quantity, future_units = p.future_units, shipped = p.shipped,
      resolved_at = CASE WHEN p.state = 'held' THEN NULL ELSE coalesce(r.resolved_at, $25::timestamptz) END
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
