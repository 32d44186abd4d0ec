import { EMPTY_STOCK, evolve, type StockEvent, type StockState, sizeRunOf } from '@selvedge/core'
import { LOCATIONS, type LocationName, type SeedLocation } from './locations'
import type { GeneratedProduct, GeneratedVariant } from './product'
import { type Random, randomFrom } from './random'
import { type StockStory, storyOf } from './stock-stories'

/** An entry of the ledger with the day it happened. */
export type DatedStockEvent = StockEvent & { readonly at: Date }

/** One SKU at one place: the stream that explains it, and the level that is the stream's fold. */
export type GeneratedRecord = {
  readonly location: SeedLocation
  readonly events: readonly DatedStockEvent[]
  readonly level: StockState
}

const DAY_MS = 86_400_000
const SEED = { type: 'seed', id: 'opening-stock' } as const

/** Stock of every variant of a product, in the order of its variants. The same product and seed give the same stock. */
export function stockOf(
  product: GeneratedProduct,
  index: number,
  options: { seed: number; today: Date; products: number },
): readonly (readonly GeneratedRecord[])[] {
  const random = randomFrom(options.seed, 'stock', index)
  const story = storyOf(product, random)
  const places = placesFor(product, options.products, random)
  const total = unitsFor(product, options.products, random) * story.fullness
  const run = sizeRunOf(product.garment, product.department)
  const weights = product.sizes.map((size) => run?.weights[run.sizes.indexOf(size)] ?? 0)
  const weightTotal = weights.reduce((sum, weight) => sum + weight, 0) || 1
  return product.variants.map((variant) => {
    const colourShare = colourShareOf(product, variant)
    const sizeShare = (weights[product.sizes.indexOf(variant.size)] ?? 0) / weightTotal
    const units = unitsLeft(total * colourShare * sizeShare, { product, variant, story, random })
    return spread(units, { places, product, story, today: options.today, random })
  })
}

/** Pieces a product stocks over all places: best sellers some hundred, the long tail two dozen. */
function unitsFor(product: GeneratedProduct, products: number, random: Random): number {
  const percentile = 1 - product.rank / products
  const wanted = 115 + 380 * percentile ** 3
  const dearness = Math.min(1.4, (20_000 / product.priceMinor) ** 0.3)
  return wanted * dearness * (0.7 + random.next() * 0.7) * Math.sqrt(product.colours.length)
}

// The leading colour sells about as much as the next two together.
function colourShareOf(product: GeneratedProduct, { colour }: GeneratedVariant): number {
  const weight = (place: number) => 1 / (place + 1.2)
  const total = product.colours.reduce((sum, _, place) => sum + weight(place), 0)
  return weight(product.colours.indexOf(colour)) / total
}

type Left = { product: GeneratedProduct; variant: GeneratedVariant; story: StockStory; random: Random }

function unitsLeft(mean: number, { product, variant, story, random }: Left): number {
  if (story.kind === 'colour-gone' && variant.colour === product.colours[0]) return 0
  if (story.kind === 'broken-sizes' && isMiddle(product, variant)) return random.chance(0.75) ? 0 : 1
  const drawn = Math.max(0, Math.round(random.normal(mean, Math.sqrt(mean) * 1.1 + 0.4)))
  return random.chance(0.03) ? 0 : drawn
}

function isMiddle({ sizes }: GeneratedProduct, { size }: GeneratedVariant): boolean {
  const place = sizes.indexOf(size) / Math.max(1, sizes.length - 1)
  return place > 0.25 && place < 0.7
}

function placesFor(product: GeneratedProduct, products: number, random: Random): readonly LocationName[] {
  if (product.dropShip) return random.chance(0.35) ? ['porto', 'rotterdam'] : ['porto']
  const wellLiked = 1 - product.rank / products
  const places: LocationName[] = ['rotterdam']
  if (random.chance(0.45 + 0.4 * wellLiked)) places.push('leipzig')
  if (random.chance(0.2 + 0.5 * wellLiked)) places.push('amsterdam')
  if (random.chance(0.15 + 0.4 * wellLiked)) places.push('copenhagen')
  return places
}

const SHARE: Readonly<Record<LocationName, number>> = {
  rotterdam: 5,
  leipzig: 3,
  amsterdam: 1.3,
  copenhagen: 1,
  porto: 7,
}

type Spread = {
  places: readonly LocationName[]
  product: GeneratedProduct
  story: StockStory
  today: Date
  random: Random
}

/** Deals units over places and writes down how they got there. */
function spread(units: number, { places, product, story, today, random }: Spread): GeneratedRecord[] {
  const dealt = new Map<LocationName, number>(places.map((place) => [place, 0]))
  for (let unit = 0; unit < units; unit++) {
    const place = random.weighted(places, (name) => SHARE[name])
    dealt.set(place, (dealt.get(place) ?? 0) + 1)
  }
  return places.map((place, nth) => {
    const location: SeedLocation = LOCATIONS[place]
    const events = history(dealt.get(place) ?? 0, { location, product, today, random })
    const level = events.reduce(evolve, EMPTY_STOCK)
    if (nth === 0 && units <= 3 && (story.kind === 'awaited' || random.chance(0.3))) passOver(random)
    return { location, events, level }
  })
}

type Lived = { location: SeedLocation; product: GeneratedProduct; today: Date; random: Random }

/** A receipt, for a shop what it keeps back, and for what is gone the count that found it so. */
function history(units: number, { location, product, today, random }: Lived): DatedStockEvent[] {
  const first = Math.min(product.publishedAt.getTime() - random.int(1, 6) * DAY_MS, today.getTime() - DAY_MS)
  const at = new Date(first + Math.floor(random.next() ** 2 * (today.getTime() - DAY_MS - first)))
  const later = new Date(at.getTime() + Math.floor(random.next() * (today.getTime() - at.getTime())))
  const sold = units === 0 ? random.int(1, 8) : random.chance(0.18) ? random.int(1, 4) : 0
  const events: DatedStockEvent[] = [{ type: 'Received', quantity: units + sold, cause: SEED, at }]
  if (location.safetyUnits > 0) events.push({ type: 'SafetyStockSet', quantity: location.safetyUnits, cause: SEED, at })
  if (sold > 0) {
    const note = 'Opening count: sold before this ledger began'
    events.push({ type: 'Adjusted', quantity: -sold, reason: 'count', note, cause: SEED, at: later })
  }
  return events
}

/** Draws what shops of before were told of a next delivery, for nothing: a seed goes on giving the same shop. */
function passOver(random: Random): void {
  random.int(3, 48)
  random.int(2, 12)
}
