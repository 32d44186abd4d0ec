import { type CountKind, csvLine } from '@selvedge/core'
import type { ExportKind } from './export-pages'

type Row = {
  record_id: number
  sku: string
  location: string
  product: string
  colour: string
  size: string
  on_hand: number
  reserved: number
  allocated: number
  unavailable: number
  safety_stock: number
  available: number
  version: number
  counted: number | null
  counted_at: Date | null
}

const WHAT = ['sku', 'location', 'product', 'colour', 'size']
const HEADERS: Readonly<Record<CountKind, readonly string[]>> = {
  stock: [...WHAT, 'on_hand', 'safety_stock', 'reserved', 'allocated', 'unavailable', 'available', 'version'],
  counts: [...WHAT, 'counted', 'counted_at'],
  supplier: [...WHAT, 'available', 'reported_at'],
}

const lineOf = (kind: CountKind, row: Row): string => {
  const what = [row.sku, row.location, row.product, row.colour, row.size]
  switch (kind) {
    case 'stock':
      return csvLine([
        ...what,
        row.on_hand,
        row.safety_stock,
        row.reserved,
        row.allocated,
        row.unavailable,
        row.available,
        row.version,
      ])
    case 'counts':
      return csvLine([...what, row.counted ?? undefined, row.counted_at?.toISOString()])
    case 'supplier':
      return csvLine([...what, row.on_hand, row.counted_at?.toISOString()])
  }
}

const WHICH: Readonly<Record<CountKind, string>> = {
  stock: '',
  counts: 'AND m.record_id IS NOT NULL',
  supplier: `AND p.kind = 'supplier'`,
}

/** Records with what is of them, by record id. */
export const exportCounts = (kind: CountKind): ExportKind => ({
  header: HEADERS[kind],
  page: async (client, { cursor, locationId, limit }) => {
    const { rows } = await client.query<Row>(
      `SELECT l.record_id, v.sku, p.code AS location, d.title AS product, v.colour, v.size, l.on_hand, l.reserved,
              l.allocated, l.unavailable, l.safety_stock, l.version, m.counted, m.counted_at,
              greatest(0, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock) AS available
         FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN product d ON d.id = v.product_id
         JOIN location p ON p.id = l.location_id LEFT JOIN count_mark m ON m.record_id = l.record_id
        WHERE l.record_id > $1 AND ($2::int IS NULL OR l.location_id = $2) ${WHICH[kind]}
        ORDER BY l.record_id LIMIT $3`,
      [cursor, locationId, limit],
    )
    return { lines: rows.map((row) => lineOf(kind, row)), cursor: rows.at(-1)?.record_id ?? cursor }
  },
})
