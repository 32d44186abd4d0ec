import { z } from 'zod'
import { parsedOnce } from './parsed-once'
import { liveProductCardSchema } from './views'

export const SORTS = ['relevance', 'for-you', 'newest', 'price-asc', 'price-desc', 'popular'] as const
const slugs = z.array(z.string().min(1).max(64)).max(30)

/** A listing or search as the URL says it. Values are OR inside a facet and AND across facets. */
export const listingQuerySchema = z.strictObject({
  q: z.string().trim().max(120).optional(),
  department: z.enum(['women', 'men', 'unisex']).optional(),
  collection: z.string().max(64).optional(),
  category: slugs.optional(),
  garment: slugs.optional(),
  brand: slugs.optional(),
  /** Colour families. */
  colour: slugs.optional(),
  size: slugs.optional(),
  material: slugs.optional(),
  priceMinMinor: z.int().min(0).optional(),
  priceMaxMinor: z.int().min(0).optional(),
  inStock: z.boolean().optional(),
  sort: z.enum(SORTS).optional(),
  page: z.int().min(1).max(200).optional(),
  /** The order `for-you` that an earlier page stood in: this page goes on with it. */
  orderId: z.uuid().optional(),
})
export type ListingQuery = z.infer<typeof listingQuerySchema>

export const LISTING_PAGE_SIZE = 24

export const facetValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.int(),
  selected: z.boolean(),
  hex: z.string().optional(),
})
export const FACETS = ['category', 'garment', 'brand', 'colour', 'size', 'material'] as const
export type Facet = (typeof FACETS)[number]

/** One listing screen. Counts are disjunctive: what choosing that value as well would give. */
export const listingAnswerSchema = z.object({
  cards: z.array(liveProductCardSchema),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  facets: parsedOnce(z.record(z.enum(FACETS), z.array(facetValueSchema))),
  price: z.object({ minMinor: z.int(), maxMinor: z.int() }).optional(),
  collection: z.object({ slug: z.string(), title: z.string(), standfirst: z.string() }).optional(),
  /** Names the shopper's own order, for the pages that follow. */
  orderId: z.uuid().optional(),
  /** When live stock was read, epoch milliseconds; at most 1 s before the answer. */
  stockAsOfMs: z.number(),
  /** Parts that answered from a fallback: the page says so. */
  degraded: z.array(z.enum(['search', 'stock'])),
})
export type ListingAnswer = z.infer<typeof listingAnswerSchema>
