import type pg from 'pg'

/**
 * A SKU with stock for tests of the engine alone: record ids are `variantId * 10 + n`, one location per number of
 * `units`, received through the ledger. Product rows are made as the foreign keys need them.
 */
export const insertStock = async (
  pool: pg.Pool,
  { variantId, units }: { variantId: number; units: readonly number[] },
): Promise<void> => {
  await pool.query(
    `WITH b AS (INSERT INTO brand (id, slug, name, character) VALUES ($1::int, 'b' || $1::int, 'Brand', '') RETURNING id),
      p AS (INSERT INTO product (id, slug, title, description, brand_id, garment, category, department, attributes, published_at)
        SELECT $1::int, 'p' || $1::int, 'Product', '', id, 'shirt', 'tops', 'unisex', '{}', now() FROM b RETURNING id)
    INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
      SELECT $1::int, id, 'SKU-' || $1::int, 'black', 'M', 1, 9900, 'EUR', 300 FROM p`,
    [variantId],
  )
  for (const [index, quantity] of units.entries()) {
    const recordId = variantId * 10 + index
    await pool.query(
      `INSERT INTO location (id, code, name, kind, country, priority, lead_days) VALUES ($1::int, 'L' || $1::int, 'Location', 'warehouse', 'NL', $1::int, 1)
      ON CONFLICT DO NOTHING`,
      [index + 1],
    )
    await pool.query('INSERT INTO inventory_record (id, variant_id, location_id) VALUES ($1, $2, $3)', [
      recordId,
      variantId,
      index + 1,
    ])
    await pool.query(
      `INSERT INTO stock_level (record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock)
      VALUES ($1, $2, $3, 1, $4, 0, 0, 0, 0, 0, 0)`,
      [recordId, variantId, index + 1, quantity],
    )
    await pool.query(
      `INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
      VALUES ($1, 1, 'Received', $2, 'test', 'test', now(), now())`,
      [recordId, quantity],
    )
  }
}
