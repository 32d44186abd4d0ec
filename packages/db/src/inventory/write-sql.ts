/**
 * Everything a batch decided, in one statement: levels, ledger, outbox, new reservations. Level and ledger are written
 * from the same fold, so they cannot disagree; outbox positions are drawn here, under the record locks, in the order of
 * the entries. Set-returning functions of one select list advance together, row by row,
 * and a shorter one goes on with nulls: a moment that is not given is the clock's, $1.
 */
export const WRITE_BATCH = {
  name: 'stock-write',
  text: `WITH level AS (
    UPDATE stock_level l SET version = n.version, on_hand = n.on_hand, reserved = n.reserved, allocated = n.allocated,
      unavailable = n.unavailable, short = n.short, safety_stock = n.safety_stock, oversell_cap = n.oversell_cap
    FROM (SELECT unnest($2::int[]) AS record_id, unnest($3::int[]) AS version, unnest($4::int[]) AS on_hand, unnest($5::int[]) AS reserved,
      unnest($6::int[]) AS allocated, unnest($7::int[]) AS unavailable, unnest($8::int[]) AS short, unnest($9::int[]) AS safety_stock,
      unnest($10::int[]) AS oversell_cap) n WHERE l.record_id = n.record_id
  ), ledger AS (
    INSERT INTO inventory_event (record_id, version, type, quantity, reservation_id, expires_at, reason, note, actor, cause_type, cause_id,
      correlation_id, effective_at, dedupe_key, recorded_at)
    SELECT n.record_id, n.version, n.type, n.quantity, n.reservation_id, n.expires_at, n.reason, n.note, n.actor, n.cause_type, n.cause_id,
      n.correlation_id, coalesce(n.effective_at, $1::timestamptz), n.dedupe_key, $1::timestamptz
    FROM (SELECT unnest($11::int[]) AS record_id, unnest($12::int[]) AS version, unnest($13::text[]) AS type, unnest($14::int[]) AS quantity,
      unnest($15::uuid[]) AS reservation_id, unnest($16::timestamptz[]) AS expires_at, unnest($17::text[]) AS reason, unnest($18::text[]) AS note,
      unnest($19::text[]) AS actor, unnest($20::text[]) AS cause_type, unnest($21::text[]) AS cause_id, unnest($22::text[]) AS correlation_id,
      unnest($23::timestamptz[]) AS effective_at, unnest($24::text[]) AS dedupe_key) n
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'stock', m.record_id::text, m.payload::json, m.correlation_id FROM (SELECT unnest($11::int[]) AS record_id,
      unnest(string_to_array($25::text, E'\\n')) AS payload, unnest($22::text[]) AS correlation_id) m
  )
  INSERT INTO reservation (cart_id, id, record_id, variant_id, quantity, requested_units, granted_units, future_units, shipped, state,
    expires_at, extensions, shopper_id, address_key, held_at, resolved_at, resolution, correlation_id)
  SELECT p.cart_id, p.id, p.record_id, p.variant_id, p.quantity, p.requested_units, p.granted_units, p.future_units, p.shipped, p.state,
    p.expires_at, p.extensions, p.shopper_id, p.address_key, coalesce(p.held_at, $1::timestamptz), p.resolved_at, p.resolution, p.correlation_id
  FROM (SELECT unnest($26::uuid[]) AS cart_id, unnest($27::uuid[]) AS id, unnest($28::int[]) AS record_id, unnest($29::int[]) AS variant_id,
    unnest($30::int[]) AS quantity, unnest($31::int[]) AS requested_units, unnest($32::int[]) AS granted_units, unnest($33::int[]) AS future_units,
    unnest($34::int[]) AS shipped, unnest($35::text[]) AS state, unnest($36::timestamptz[]) AS expires_at, unnest($37::int[]) AS extensions,
    unnest($38::text[]) AS shopper_id, unnest($39::text[]) AS address_key, unnest($40::timestamptz[]) AS held_at,
    unnest($41::timestamptz[]) AS resolved_at, unnest($42::text[]) AS resolution,
    unnest($43::text[]) AS correlation_id) p`,
}

/** Reservations that a batch resolved, extended or shipped. */
export const CHANGE_PARTS = {
  name: 'stock-change',
  text: `UPDATE reservation r SET state = p.state, expires_at = p.expires_at, extensions = p.extensions, resolution = p.resolution,
      quantity = p.quantity, future_units = p.future_units, shipped = p.shipped,
      resolved_at = CASE WHEN p.state = 'held' THEN NULL ELSE coalesce(r.resolved_at, $1::timestamptz) END
    FROM (SELECT unnest($2::uuid[]) AS cart_id, unnest($3::uuid[]) AS id, unnest($4::int[]) AS record_id, unnest($5::int[]) AS quantity,
      unnest($6::int[]) AS future_units, unnest($7::int[]) AS shipped, unnest($8::text[]) AS state, unnest($9::timestamptz[]) AS expires_at,
      unnest($10::int[]) AS extensions, unnest($11::text[]) AS resolution) p
    WHERE r.cart_id = p.cart_id AND r.id = p.id AND r.record_id = p.record_id`,
}
