import { z } from 'zod'

/**
 * What taste is measured in. Category, colour family and fabric are the facets' values; style is the garment type;
 * brand is the slug; the price band is the quarter of its category that a piece's price falls into, `1` (lowest) to `4`.
 */
export const DIMENSIONS = ['category', 'brand', 'colour', 'style', 'material', 'price'] as const
export type Dimension = (typeof DIMENSIONS)[number]
export const dimensionSchema = z.enum(DIMENSIONS)

export const PRICE_BANDS = ['1', '2', '3', '4'] as const
export type PriceBand = (typeof PRICE_BANDS)[number]
