import { COLOURS, type ColourId, type Size } from '@selvedge/core'
import type { PoolClient } from 'pg'
import type { GeneratedProduct } from '../generate/product'
import { copyRows } from './copy-rows'

/** A generated product with the ids it is stored under; its variants are numbered from `firstVariantId` on. */
export type NumberedProduct = GeneratedProduct & { readonly productId: number; readonly firstVariantId: number }

export const CURRENCY = 'EUR'

/** Writes products with their options, variants and media. */
export async function writeProducts(client: PoolClient, products: readonly NumberedProduct[]): Promise<void> {
  await copyRows(
    client,
    'product',
    [
      'id',
      'slug',
      'title',
      'description',
      'brand_id',
      'garment',
      'category',
      'department',
      'attributes',
      'status',
      'popularity',
      'published_at',
      'created_at',
    ],
    products.map((p) => [
      p.productId,
      p.slug,
      p.title,
      p.description,
      p.brandId,
      p.garment,
      p.category,
      p.department,
      p.attributes,
      'active',
      p.popularity,
      p.publishedAt,
      p.createdAt,
    ]),
  )
  await copyRows(
    client,
    'product_option',
    ['product_id', 'kind', 'position', 'values'],
    products.flatMap((p) => [
      [p.productId, 'colour', 0, p.colours.map(colourValue)],
      [p.productId, 'size', 1, p.sizes.map(sizeValue)],
    ]),
  )
  await copyRows(
    client,
    'variant',
    [
      'id',
      'product_id',
      'sku',
      'colour',
      'size',
      'size_order',
      'price_minor',
      'compare_at_minor',
      'currency',
      'weight_grams',
    ],
    products.flatMap((p) =>
      p.variants.map((v, nth) => [
        p.firstVariantId + nth,
        p.productId,
        v.sku,
        v.colour,
        v.size.code,
        v.size.order,
        p.priceMinor,
        p.compareAtMinor,
        CURRENCY,
        p.weightGrams,
      ]),
    ),
  )
  await copyRows(
    client,
    'media',
    ['product_id', 'colour', 'view', 'position', 'picture_key', 'alt'],
    products.flatMap((p) => p.media.map((m) => [p.productId, m.colour, m.view, m.position, m.pictureKey, m.alt])),
  )
}

function colourValue(colour: ColourId, order: number) {
  const { name, hex, family } = COLOURS[colour]
  return { value: colour, label: name, order, hex, family }
}

function sizeValue({ code, label, order }: Size) {
  return { value: code, label, order }
}
