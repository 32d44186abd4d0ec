import { z } from 'zod'
import { currencySchema, minorSchema } from '../money'
import { datedUnitSchema } from '../supply/unit-to-come'
import { outlookSchema } from '../supply/views'
import { parsedOnce } from './parsed-once'

/** A product as a card on home, listing, search and rails shows it. Availability is laid over it live. */
export const productCardSchema = z.object({
  productId: z.int(),
  slug: z.string(),
  title: z.string(),
  brand: z.string(),
  category: z.string(),
  priceMinor: minorSchema,
  compareAtMinor: minorSchema.optional(),
  currency: currencySchema,
  /** Picture keys: the card's first and its hover picture. */
  pictureKey: z.string(),
  hoverPictureKey: z.string().optional(),
  alt: z.string(),
  colours: z.array(z.object({ value: z.string(), label: z.string(), hex: z.string(), pictureKey: z.string() })),
  isNew: z.boolean(),
})
export type ProductCard = z.infer<typeof productCardSchema>

/** Stock of a product as a card says it: units over all its variants and how many sizes can be bought. */
export const cardStockSchema = z.object({
  available: z.int(),
  buyableSizes: z.int(),
  totalSizes: z.int(),
  /** By when, where nothing of it can be bought now and more may be promised. */
  later: datedUnitSchema.optional(),
  /** Nothing of it can be bought now and more may be promised, by a day that nobody names or that is not looked up yet. */
  isComing: z.boolean().optional(),
})
export type CardStock = z.infer<typeof cardStockSchema>

/** The same card stands in thousands of answers until its product or its stock changes. */
export const liveProductCardSchema = parsedOnce(productCardSchema.extend({ stock: cardStockSchema }))
export type LiveProductCard = z.infer<typeof liveProductCardSchema>

export const variantViewSchema = z.object({
  variantId: z.int(),
  sku: z.string(),
  colour: z.string(),
  size: z.string(),
  sizeOrder: z.int(),
  priceMinor: minorSchema,
  compareAtMinor: minorSchema.optional(),
})
export const optionValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  order: z.int(),
  hex: z.string().optional(),
  family: z.string().optional(),
})

/** Everything about a product that does not move with stock; cached until the product's version rises. */
export const productDetailSchema = z.object({
  productId: z.int(),
  version: z.int(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  brand: z.object({
    slug: z.string(),
    name: z.string(),
    character: z.string(),
    /** Countries in which others alone may sell it. */
    notSoldIn: z.array(z.string()).optional(),
  }),
  garment: z.string(),
  category: z.string(),
  department: z.string(),
  /** Attribute label and value in reading order, for the fact list. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  currency: currencySchema,
  colours: z.array(optionValueSchema),
  sizes: z.array(optionValueSchema),
  variants: z.array(variantViewSchema),
  media: z.array(z.object({ colour: z.string(), view: z.string(), pictureKey: z.string(), alt: z.string() })),
  collections: z.array(z.object({ slug: z.string(), title: z.string() })),
})
export type ProductDetail = z.infer<typeof productDetailSchema>

/** Stock of a SKU as shown, with the version it is true as of, and the next supply where one is expected. */
export const shownStockSchema = z.object({
  sku: z.string(),
  version: z.int(),
  available: z.int(),
  expectedOn: z.iso.date().optional(),
  /** What can be promised once nothing is on the shelf, where it may be sold ahead. */
  outlook: outlookSchema.optional(),
})
export type ShownStock = z.infer<typeof shownStockSchema>
