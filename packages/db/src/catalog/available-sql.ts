/**
 * SQL of the units to sell online per variant, as `(variant_id, available)`, for the variants that `which` selects on
 * `stock_level l`. The rule is core's `availableToSell`, record by record; holds past their expiry that nobody has
 * expired yet are subtracted, by the database's clock.
 */
export const availableSql = (which: string): string => `
  SELECT l.variant_id,
         sum(greatest(0, l.on_hand - l.allocated - (l.reserved - coalesce(due.units, 0)) - l.unavailable
                         - l.safety_stock))::int AS available
  FROM stock_level l
  JOIN location place ON place.id = l.location_id AND place.sells_online
  LEFT JOIN LATERAL (
    SELECT sum(r.quantity) AS units FROM reservation r
    WHERE l.reserved > 0 AND r.record_id = l.record_id AND r.state = 'held' AND r.expires_at <= (SELECT clock_timestamp())
  ) due ON true
  WHERE ${which}
  GROUP BY l.variant_id`
