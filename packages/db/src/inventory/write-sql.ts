/**
 * Everything a batch decided, in one statement: levels, ledger, outbox, new reservations. Level and ledger are written
 * from the same fold, so they cannot disagree; outbox positions are drawn here, under the record locks, in the order of
 * the entries. Set-returning functions of one select list advance together, row by row.
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
    SELECT unnest($11::int[]), unnest($12::int[]), unnest($13::text[]), unnest($14::int[]), unnest($15::uuid[]), unnest($16::timestamptz[]),
      unnest($17::text[]), unnest($18::text[]), unnest($19::text[]), unnest($20::text[]), unnest($21::text[]), unnest($22::text[]),
      unnest($23::timestamptz[]), unnest($24::text[]), $1::timestamptz
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'stock', m.record_id::text, m.payload::jsonb, m.correlation_id FROM (SELECT unnest($11::int[]) AS record_id,
      unnest(string_to_array($25::text, E'\\n')) AS payload, unnest($22::text[]) AS correlation_id) m
  )
  INSERT INTO reservation (cart_id, id, record_id, variant_id, quantity, requested_units, granted_units, future_units, shipped, state,
    expires_at, extensions, shopper_id, address_key, held_at, resolved_at, resolution)
  SELECT unnest($26::uuid[]), unnest($27::uuid[]), unnest($28::int[]), unnest($29::int[]), unnest($30::int[]), unnest($31::int[]),
    unnest($32::int[]), unnest($33::int[]), unnest($34::int[]), unnest($35::text[]), unnest($36::timestamptz[]), unnest($37::int[]),
    unnest($38::text[]), unnest($39::text[]), unnest($40::timestamptz[]), unnest($41::timestamptz[]), unnest($42::text[])`,
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
