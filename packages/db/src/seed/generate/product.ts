import {
  type Category,
  COLOURS,
  type ColourId,
  type Department,
  GARMENTS,
  type GarmentAttributes,
  type GarmentId,
  type Size,
  sizeRunOf,
} from '@selvedge/core'
import { chooseColours } from './colour-choice'
import { describe } from './copy/describe'
import type { Facts } from './copy/line'
import { drawAttributes } from './draw-attributes'
import { type GeneratedMedia, mediaOf } from './media'
import type { PlannedProduct } from './plan'
import { costOf, formerPriceOf, priceOf } from './prices'
import { randomFrom } from './random'
import { chooseSizes } from './size-choice'
import { skuOf } from './sku'
import { titleOf } from './titles'
import { weightGramsOf } from './weights'

export type GeneratedVariant = { readonly sku: string; readonly colour: ColourId; readonly size: Size }

/** A product as a shop would key it in; money in EUR minor units. Ids are given by whoever stores it. */
export type GeneratedProduct = {
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly brandId: number
  readonly brandName: string
  readonly dropShip: boolean
  readonly garment: GarmentId
  readonly category: Category
  readonly department: Department
  readonly attributes: GarmentAttributes
  readonly popularity: number
  readonly rank: number
  readonly publishedAt: Date
  readonly createdAt: Date
  readonly priceMinor: number
  readonly compareAtMinor?: number
  /** What its maker is paid for one, tax off. */
  readonly costMinor: number
  readonly weightGrams: number
  readonly colours: readonly ColourId[]
  readonly sizes: readonly Size[]
  readonly variants: readonly GeneratedVariant[]
  readonly media: readonly GeneratedMedia[]
}

const DAY_MS = 86_400_000
const PLURAL: ReadonlySet<GarmentId> = new Set([
  'jeans',
  'chinos',
  'tailored-trousers',
  'wide-trousers',
  'shorts',
  'sneaker',
  'boot',
  'loafer',
])

/** At most so many colours and sizes a product; for benchmarks whose catalogue has a stated size. */
export type OptionGrid = { readonly colours: number; readonly sizes: number }

/** Draws one planned product. The same plan, seed and day give the same product, whatever was drawn before. */
export function generateProduct(
  plan: PlannedProduct,
  { seed, today, grid }: { seed: number; today: Date; grid?: OptionGrid | undefined },
): GeneratedProduct {
  const { brand, garment, department, index } = plan
  const random = randomFrom(seed, 'product', index)
  const attributes = drawAttributes(plan, random)
  const colours = chooseColours({ garment, brand, attributes }, random).slice(0, grid?.colours)
  const facts = factsOf(plan, attributes, colours)
  const title = titleOf({ garment, brand, style: plan.style, facts }, random)
  const description = describe(garment, facts, brand, random)
  const making = { garment, material: attributes.material, level: brand.level }
  const priceMinor = priceOf(making, random)
  const ageDays = random.next() ** 1.15 * 545
  const publishedAt = new Date(today.getTime() - Math.round(ageDays * 24) * 3_600_000)
  const reduced = ageDays > 90 && random.chance(0.17)
  const run = sizeRunOf(garment, department)
  if (!run) throw new Error(`${garment} is not cut for ${department}`)
  const sizes = chooseSizes(run, random).slice(0, grid?.sizes)
  return {
    slug: slugOf(brand.slug, title),
    title,
    description,
    brandId: plan.brandId,
    brandName: brand.name,
    dropShip: brand.dropShip,
    garment,
    category: GARMENTS[garment].category,
    department,
    attributes,
    popularity: plan.popularity,
    rank: plan.rank,
    publishedAt,
    createdAt: new Date(publishedAt.getTime() - random.int(3, 30) * DAY_MS),
    priceMinor,
    ...(reduced ? { compareAtMinor: formerPriceOf(priceMinor, brand.level, random) } : {}),
    // A stream of its own: what else is drawn of a product does not hang on it.
    costMinor: costOf(making, randomFrom(seed, 'cost', index)),
    weightGrams: weightGramsOf(garment, attributes),
    colours,
    sizes,
    variants: colours.flatMap((colour) =>
      sizes.map((size) => ({
        sku: skuOf({ brand: brand.slug, garment, index, colour, size: size.code }),
        colour,
        size,
      })),
    ),
    media: mediaOf({ brand, title, garment, attributes, colours }),
  }
}

function factsOf(plan: PlannedProduct, attributes: GarmentAttributes, colours: readonly ColourId[]): Facts {
  return {
    ...attributes,
    madeIn: withArticle(attributes.madeIn),
    gsm: attributes.fabricWeightGsm ?? 0,
    garment: plan.garment,
    category: GARMENTS[plan.garment].category,
    department: plan.department,
    plural: PLURAL.has(plan.garment) ? 'yes' : 'no',
    colourCount: colours.length <= 2 ? 'few' : 'many',
    colourFamily: colours.map((colour) => COLOURS[colour].family),
  }
}

// "Made in the Netherlands", but "Made in Portugal".
function withArticle(country: string): string {
  return country === 'Netherlands' || country === 'United Kingdom' ? `the ${country}` : country
}

function slugOf(brandSlug: string, title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return `${brandSlug}-${words}`
}
