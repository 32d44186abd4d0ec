import type { Department, GarmentId, MaterialId, Pattern } from '@selvedge/core'
import { GARMENTS, MATERIALS } from '@selvedge/core'
import type { Random } from './random'

type Odds = Readonly<Partial<Record<Pattern, number>>>

const PLAIN: Odds = { plain: 1 }
const KNIT: Odds = { plain: 58, rib: 24, stripe: 18 }
const TAILORING: Odds = { plain: 66, herringbone: 18, check: 16 }
const SILK: Odds = { plain: 62, floral: 25, dot: 13 }
const SHIRTING: Odds = { plain: 54, stripe: 28, check: 12, dot: 6 }
const PRINTED: Odds = { plain: 44, stripe: 20, floral: 24, dot: 12 }

const OF_GARMENT: Readonly<Partial<Record<GarmentId, Odds>>> = {
  'tank-top': { plain: 50, rib: 50 },
  't-shirt': { plain: 76, stripe: 24 },
  overshirt: { plain: 74, check: 20, stripe: 6 },
  scarf: { plain: 36, check: 44, stripe: 20 },
  beanie: { plain: 40, rib: 60 },
  shorts: { plain: 88, stripe: 12 },
}

const OF_MATERIAL: Readonly<Partial<Record<MaterialId, Odds>>> = {
  'brushed-cotton': { plain: 30, check: 70 },
  tweed: { plain: 18, herringbone: 54, check: 28 },
  'wool-melton': { plain: 88, herringbone: 12 },
  'cotton-oxford': SHIRTING,
  corduroy: PLAIN,
  'cotton-canvas': PLAIN,
  'loopback-cotton': PLAIN,
  'cotton-twill': PLAIN,
  'cotton-pique': { plain: 84, stripe: 16 },
}

type Choice = {
  readonly garment: GarmentId
  readonly material: MaterialId
  readonly department: Department
  /** Whether the house prints flowers and dots at all. */
  readonly prints: boolean
}

/** What is on the cloth: what this garment in this material would plausibly carry. */
export function choosePattern(choice: Choice, random: Random): Pattern {
  const odds = oddsFor(choice)
  const patterns = Object.keys(odds) as Pattern[] // the keys of the literals above
  return random.weighted(patterns, (pattern) => odds[pattern] ?? 0)
}

function oddsFor({ garment, material, department, prints }: Choice): Odds {
  const { fabric } = MATERIALS[material]
  if (fabric === 'denim') return { denim: 1 }
  if (fabric === 'leather' || fabric === 'technical') return PLAIN
  const own = OF_MATERIAL[material] ?? OF_GARMENT[garment]
  if (own && fabric !== 'silk') return own
  if (fabric === 'knit') return KNIT
  if (fabric === 'silk') return prints ? SILK : { plain: 84, dot: 16 }
  if (fabric === 'wool') return TAILORING
  const { category } = GARMENTS[garment]
  if (category === 'outerwear' || category === 'bottoms') return { plain: 82, stripe: 18 }
  const feminine = department === 'women' || category === 'dresses'
  return prints && feminine ? PRINTED : SHIRTING
}
