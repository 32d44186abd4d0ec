import type { GarmentId, MaterialId } from '@selvedge/core'
import type { PriceLevel } from './brands/brand'
import type { Random } from './random'

/** What a garment costs at a house of level 3 in its first material, in whole euro. */
const EURO: Readonly<Record<GarmentId, number>> = {
  shirt: 110,
  overshirt: 160,
  't-shirt': 45,
  polo: 80,
  blouse: 130,
  'knit-jumper': 140,
  cardigan: 160,
  hoodie: 110,
  sweatshirt: 95,
  'tank-top': 38,
  jeans: 150,
  chinos: 120,
  'tailored-trousers': 180,
  'wide-trousers': 150,
  shorts: 85,
  'skirt-midi': 150,
  'skirt-mini': 110,
  'dress-slip': 230,
  'dress-shirt': 190,
  'dress-wrap': 210,
  coat: 460,
  trench: 390,
  blazer: 380,
  bomber: 260,
  puffer: 310,
  gilet: 180,
  sneaker: 150,
  boot: 290,
  loafer: 240,
  beanie: 40,
  scarf: 75,
  belt: 75,
  tote: 70,
}

const LEVEL: Readonly<Record<PriceLevel, number>> = { 1: 0.55, 2: 0.75, 3: 1, 4: 1.4, 5: 2.05 }

const DEARER: Readonly<Partial<Record<MaterialId, number>>> = {
  cashmere: 2.1,
  'calf-leather': 1.1,
  suede: 1.15,
  'silk-satin': 1.25,
  'silk-crepe': 1.3,
  'selvedge-denim': 1.15,
  linen: 1.05,
  merino: 1.05,
  tweed: 1.15,
  'cotton-jersey': 0.9,
  'bonded-shell': 1.15,
  'waxed-cotton': 1.1,
}

// A leather bomber or tote is another thing than the nylon or canvas one.
const LEATHER_PREMIUM: Readonly<Partial<Record<GarmentId, number>>> = { bomber: 2.1, tote: 3, 'skirt-mini': 2 }

type Making = { readonly garment: GarmentId; readonly material: MaterialId; readonly level: PriceLevel }

/** What such a piece is worth before anybody rounds, haggles or reduces. Whole euro and parts. */
function worthOf({ garment, material, level }: Making): number {
  const hide = material === 'calf-leather' || material === 'suede'
  const premium = hide ? (LEATHER_PREMIUM[garment] ?? 1) : 1
  return EURO[garment] * LEVEL[level] * (DEARER[material] ?? 1) * premium
}

/**
 * What the maker is paid for one, tax off, in EUR minor units: a third to a half of what such a piece is worth, more of it
 * at the cheaper houses, whatever the shop then asks for it.
 */
export const costOf = (making: Making, random: Random): number =>
  Math.round(worthOf(making) * (0.46 - 0.025 * making.level) * (0.85 + random.next() * 0.3) * 100)

/** A price in EUR minor units, on the step a shop would print: …5, …9 or a round ten. */
export const priceOf = (making: Making, random: Random): number =>
  onPriceStep(worthOf(making) * (0.88 + random.next() * 0.26), making.level) * 100

/** What it cost before, when it is reduced: the price 15 to 40 per cent up, on a step. EUR minor units. */
export function formerPriceOf(priceMinor: number, level: PriceLevel, random: Random): number {
  const euro = (priceMinor / 100) * (1.18 + random.next() * 0.48)
  return Math.max(onPriceStep(euro, level) * 100, priceMinor + 500)
}

function onPriceStep(euro: number, level: PriceLevel): number {
  const step = euro < 200 ? 5 : 10
  const round = Math.max(step * 2, Math.round(euro / step) * step)
  return level <= 2 && round % 10 === 0 ? round - 1 : round
}
