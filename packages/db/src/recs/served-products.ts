import { familyOf, marginShare } from '@selvedge/core'
import type { ServedProduct } from '@selvedge/recs'
import type { Pool } from 'pg'
import { PRICED } from '../catalog/price-quarters'

type Row = {
  id: number
  title: string
  category: string
  department: string
  garment: string
  brand: string
  not_sold_in: string[]
  attributes: Readonly<Record<string, unknown>>
  popularity: number
  trend: number
  published_at: Date
  price_minor: number
  compare_at_minor: number | null
  cost_minor: number | null
  tax_rate_bp: number
  price_band: number
  collections: string[] | null
  variants: { sku: string; size: string; colour: string }[]
}

/** Every active product with something to sell, as the engine's columns are made from. One statement. */
export async function readServedProducts(pool: Pool): Promise<readonly ServedProduct[]> {
  const { rows } = await pool.query<Row>(`
    WITH ${PRICED},
    offer AS (
      SELECT v.product_id, min(v.price_minor) AS price_minor, max(v.compare_at_minor) AS compare_at_minor,
             json_agg(json_build_object('sku', v.sku, 'size', v.size, 'colour', v.colour) ORDER BY v.id) AS variants
      FROM variant v GROUP BY v.product_id
    ), listed AS (
      SELECT cp.product_id, array_agg(c.slug ORDER BY c.position) AS collections
      FROM collection_product cp JOIN collection c ON c.id = cp.collection_id GROUP BY 1
    )
    SELECT p.id, p.title, p.category, p.department, p.garment, b.slug AS brand, b.not_sold_in, p.attributes, p.popularity,
           p.trend, p.published_at, o.price_minor, o.compare_at_minor, o.variants, l.collections,
           ps.cost_minor, (SELECT tax_rate_bp FROM channel ORDER BY code LIMIT 1) AS tax_rate_bp,
           priced.quarter AS price_band
    FROM product p
    JOIN brand b ON b.id = p.brand_id
    JOIN offer o ON o.product_id = p.id
    JOIN priced ON priced.id = p.id
    LEFT JOIN listed l ON l.product_id = p.id
    LEFT JOIN product_source ps ON ps.product_id = p.id
    WHERE p.status = 'active'
    ORDER BY p.id`)
  return rows.map(servedOf)
}

/** Slugs and titles of the collections in the house's order. */
export async function readCollectionTitles(pool: Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ slug: string; title: string }>(
    'SELECT slug, title FROM collection ORDER BY position, id',
  )
  return new Map(rows.map(({ slug, title }) => [slug, title]))
}

function servedOf(row: Row): ServedProduct {
  const families = [...new Set(row.variants.map(({ colour }) => familyOf(colour)))]
  return {
    productId: row.id,
    category: row.category,
    department: row.department,
    brand: row.brand,
    priceMinor: row.price_minor,
    compareAtMinor: row.compare_at_minor ?? undefined,
    margin: row.cost_minor === null ? undefined : marginShare(row.price_minor, row.tax_rate_bp, row.cost_minor),
    popularity: row.popularity,
    trend: row.trend,
    seasons: textsOf(row.attributes.seasons),
    publishedAtMs: row.published_at.getTime(),
    terms: [
      `category:${row.category}`,
      `brand:${row.brand}`,
      `style:${row.garment}`,
      `price:${row.price_band}`,
      ...families.map((family) => `colour:${family}`),
      ...(typeof row.attributes.fabric === 'string' ? [`material:${row.attributes.fabric}`] : []),
    ],
    words: wordsOf(row),
    notSoldIn: row.not_sold_in,
    collections: row.collections ?? [],
    variants: row.variants,
  }
}

/** What the piece says of itself beyond the facets of taste: its attributes and the words of its name. */
function wordsOf({ title, attributes, department }: Row): readonly string[] {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isText).map((one) => `${key}=${one}`),
  )
  return [...title.toLowerCase().split(/\W+/).filter(Boolean), ...said, `for=${department}`]
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : [])
const isText = (value: unknown): value is string => typeof value === 'string'
