import { type ProductDetail, productFacts, type StoredProduct } from '@selvedge/core'

type Option = { value: string; label: string; order: number; hex?: string; family?: string }

/** One product as `SELECT_PRODUCTS` gives it. */
export type ProductRow = {
  id: number
  version: number
  slug: string
  title: string
  description: string
  garment: string
  category: string
  department: string
  attributes: Record<string, unknown>
  popularity: number
  published_at: Date
  brand: ProductDetail['brand']
  options: { kind: string; values: Option[] }[] | null
  variants: (Variant & { currency: string; available: number })[] | null
  media: ProductDetail['media'] | null
  collections: ProductDetail['collections'] | null
}
type Variant = {
  variantId: number
  sku: string
  colour: string
  size: string
  sizeOrder: number
  priceMinor: number
  compareAtMinor: number | null
}

/** The domain's product of a row. */
export function storedProductOf(row: ProductRow): StoredProduct {
  const variants = row.variants ?? []
  return {
    detail: detailOf(row),
    fabric: String(row.attributes.fabric ?? ''),
    popularity: row.popularity,
    publishedAtMs: row.published_at.getTime(),
    stock: variants.map(({ sku, available }) => ({ sku, available })),
  }
}

function detailOf(row: ProductRow): ProductDetail {
  const { id, version, slug, title, description, brand, garment, category, department } = row
  const option = (kind: string) => (row.options?.find((one) => one.kind === kind)?.values ?? []).sort(byOrder)
  return {
    productId: id,
    version,
    slug,
    title,
    description,
    brand,
    garment,
    category,
    department,
    facts: [...productFacts(row.attributes)],
    currency: row.variants?.[0]?.currency ?? 'EUR',
    colours: option('colour'),
    sizes: option('size'),
    variants: (row.variants ?? []).map(variantOf),
    media: row.media ?? [],
    collections: row.collections ?? [],
  }
}

function variantOf({ variantId, sku, colour, size, sizeOrder, priceMinor, compareAtMinor }: Variant) {
  const price = compareAtMinor === null ? { priceMinor } : { priceMinor, compareAtMinor }
  return { variantId, sku, colour, size, sizeOrder, ...price }
}

const byOrder = (a: Option, b: Option): number => a.order - b.order
