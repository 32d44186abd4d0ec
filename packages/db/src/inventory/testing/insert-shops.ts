import type pg from 'pg'

/** Units that every record of a little shop starts with, by location. */
export const STARTING_UNITS = { 1: 3, 2: 6 } as const

/** Variant ids of the shop with this number. */
export const variantOf = (shop: number, variantId: number): number => shop * 2 + variantId

/** Little shops `from`..`from + count - 1` for random commands: two SKUs at two locations each, received through the ledger. */
export const insertShops = async (pool: pg.Pool, from: number, count: number): Promise<void> => {
  const skus = `generate_series(${variantOf(from, 1)}, ${variantOf(from + count - 1, 2)}) v`
  const units = `CASE l WHEN 1 THEN ${STARTING_UNITS[1]} ELSE ${STARTING_UNITS[2]} END`
  await pool.query(`
    INSERT INTO brand (id, slug, name, character) VALUES (1, 'b', 'Brand', '') ON CONFLICT DO NOTHING;
    INSERT INTO product (id, slug, title, description, brand_id, garment, category, department, attributes, published_at)
      VALUES (1, 'p', 'Product', '', 1, 'shirt', 'tops', 'unisex', '{}', now()) ON CONFLICT DO NOTHING;
    INSERT INTO location (id, code, name, kind, country, priority, lead_days)
      SELECT l, 'L' || l, 'Location', 'warehouse', 'NL', l, 1 FROM generate_series(1, 2) l ON CONFLICT DO NOTHING;
    INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
      SELECT v, 1, 'SKU-' || v, 'c' || v, 'M', 1, 9900, 'EUR', 300 FROM ${skus};
    INSERT INTO inventory_record (id, variant_id, location_id) SELECT v * 10 + l, v, l FROM ${skus}, generate_series(1, 2) l;
    INSERT INTO stock_level (record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock)
      SELECT v * 10 + l, v, l, 1, ${units}, 0, 0, 0, 0, 0, 0 FROM ${skus}, generate_series(1, 2) l;
    INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
      SELECT v * 10 + l, 1, 'Received', ${units}, 'test', 'test', now(), now() FROM ${skus}, generate_series(1, 2) l`)
}
