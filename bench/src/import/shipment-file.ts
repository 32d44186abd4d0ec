import type pg from 'pg'

const SUPPLIERS = 20
const PLACES = 10
const SKUS = 10_000
/** Rows of one supplier's reference. */
const LINES = 100
const PIECE_ROWS = 5_000

/** The shop a supplier's file is about: 10,000 SKUs that nobody has any of yet, ten places, twenty suppliers. */
export const insertImporters = async (pool: pg.Pool): Promise<void> => {
  await pool.query(`INSERT INTO brand (id, slug, name, character) VALUES (1, 'b', 'Brand', '')`)
  await pool.query(`INSERT INTO product (id, slug, title, description, brand_id, garment, category, department, attributes, published_at)
    VALUES (1, 'p', 'Product', '', 1, 'shirt', 'tops', 'unisex', '{}', now())`)
  await pool.query(`INSERT INTO location (id, code, name, kind, country, priority, lead_days)
    SELECT n, 'L' || n, 'L', 'warehouse', 'NL', n, 1 FROM generate_series(1, ${PLACES}) n`)
  await pool.query(`INSERT INTO supplier (code, name, email, country, lead_days)
    SELECT 'S' || n, 'S', 's@example.org', 'PT', 30 FROM generate_series(1, ${SUPPLIERS}) n`)
  await pool.query(`INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
    SELECT n, 1, 'SKU-' || n, 'c' || n, 'M', 1, 9900, 'EUR', 300 FROM generate_series(1, ${SKUS}) n`)
  await pool.query('ANALYZE variant')
}

/** So many rows of shipments on their way, a tenth of them for presale, piece by piece as an upload brings them. */
export async function* shipmentFile(rows: number, expectedOn: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from('supplier,reference,sku,location,units,expected_on,presale,purchase_order\n')
  for (let from = 0; from < rows; from += PIECE_ROWS) {
    const lines: string[] = []
    for (let n = from; n < Math.min(rows, from + PIECE_ROWS); n += 1) {
      const shipment = Math.floor(n / LINES)
      const sku = ((n * 7) % SKUS) + 1
      const presale = n % 10 === 0 ? 'yes' : 'no'
      lines.push(
        `S${(shipment % SUPPLIERS) + 1},R-${shipment},SKU-${sku},L${(shipment % PLACES) + 1},${1 + (n % 20)},${expectedOn},${presale},\n`,
      )
    }
    yield Buffer.from(lines.join(''))
  }
}
