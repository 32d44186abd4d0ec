/** The channel whose rules count: the house sells in one; its code comes first, else the only one there is. */
export const OWN_CHANNEL = `(SELECT code FROM channel ORDER BY code = 'eu' DESC, code LIMIT 1)`

const STALE = `p.stale_after_minutes IS NOT NULL
    AND coalesce(r.reported_at < clock_timestamp() - p.stale_after_minutes * interval '1 minute', true)`

/**
 * Records that a rule or a number of their own speaks for, with what they should keep back: core's `keptBack` in SQL, so
 * that a hundred thousand records are compared where they lie. A test compares the two.
 */
export const RULED = `SELECT r.id AS record_id, r.variant_id, r.location_id, l.safety_stock, r.reported_at, s.is_stale,
    CASE WHEN s.is_stale THEN greatest(coalesce(r.safety_override, p.units), l.on_hand)
      ELSE coalesce(r.safety_override, p.units) END AS wanted
  FROM inventory_record r JOIN stock_level l ON l.record_id = r.id
  LEFT JOIN safety_policy p ON p.location_id = r.location_id AND p.channel_code = ${OWN_CHANNEL}
  CROSS JOIN LATERAL (SELECT coalesce(${STALE}, false) AS is_stale) s
  WHERE (p.units IS NOT NULL OR r.safety_override IS NOT NULL)`
