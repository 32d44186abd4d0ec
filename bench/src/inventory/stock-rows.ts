import type pg from 'pg'

/** SKUs 1..n, one record each at one selling location, received through the ledger. Record ids are variant ids. */
export const insertSkus = async (pool: pg.Pool, count: number, units: number): Promise<void> => {
  await pool.query(`INSERT INTO brand (id, slug, name, character) VALUES (1, 'b', 'Brand', '')`)
  await pool.query(`INSERT INTO product (id, slug, title, description, brand_id, garment, category, department, attributes, published_at)
    VALUES (1, 'p', 'Product', '', 1, 'shirt', 'tops', 'unisex', '{}', now())`)
  await pool.query(
    `INSERT INTO location (id, code, name, kind, country, priority, lead_days) VALUES (1, 'L', 'L', 'warehouse', 'NL', 1, 1)`,
  )
  await pool.query(
    `INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
    SELECT n, 1, 'SKU-' || n, 'c' || n, 'M', 1, 9900, 'EUR', 300 FROM generate_series(1, $1::int) n`,
    [count],
  )
  await pool.query(
    'INSERT INTO inventory_record (id, variant_id, location_id) SELECT n, n, 1 FROM generate_series(1, $1::int) n',
    [count],
  )
  await pool.query(
    `INSERT INTO stock_level (record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock)
    SELECT n, n, 1, 1, $2, 0, 0, 0, 0, 0, 0 FROM generate_series(1, $1::int) n`,
    [count, units],
  )
  await pool.query(
    `INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
    SELECT n, 1, 'Received', $2, 'bench', 'bench', now(), now() FROM generate_series(1, $1::int) n`,
    [count, units],
  )
}
