import { GARMENTS, type GarmentId, MATERIALS, type MaterialId, type Occasion, type Season } from '@selvedge/core'
import type { Random } from './random'

const ALL_YEAR: readonly Season[] = ['spring', 'summer', 'autumn', 'winter']
const WARM: readonly Season[] = ['spring', 'summer']
const COLD: readonly Season[] = ['autumn', 'winter']
const BETWEEN: readonly Season[] = ['spring', 'autumn']

const OF_MATERIAL: Readonly<Partial<Record<MaterialId, readonly Season[]>>> = {
  linen: WARM,
  'linen-cotton': WARM,
  'brushed-cotton': COLD,
  corduroy: COLD,
  'wool-flannel': COLD,
  tweed: COLD,
  'wool-melton': COLD,
  lambswool: COLD,
  cashmere: COLD,
  merino: ['autumn', 'winter', 'spring'],
  'tropical-wool': ['spring', 'summer', 'autumn'],
  'waxed-cotton': BETWEEN,
  'bonded-shell': BETWEEN,
}

const OF_GARMENT: Readonly<Partial<Record<GarmentId, readonly Season[]>>> = {
  shorts: WARM,
  'tank-top': WARM,
  'dress-slip': WARM,
  puffer: COLD,
  trench: BETWEEN,
  boot: COLD,
  beanie: COLD,
  coat: COLD,
  gilet: BETWEEN,
}

/** The seasons a garment is worn in, in the order of the year. */
export function seasonsFor(garment: GarmentId, material: MaterialId, random: Random): Season[] {
  const base = OF_GARMENT[garment] ?? OF_MATERIAL[material] ?? ALL_YEAR
  const seasons = base === BETWEEN && random.chance(0.4) ? [...base, 'winter' as const] : base
  return ALL_YEAR.filter((season) => seasons.includes(season))
}

const USUAL: Readonly<Partial<Record<GarmentId, readonly Occasion[]>>> = {
  shirt: ['everyday', 'work'],
  overshirt: ['weekend', 'everyday'],
  blouse: ['work', 'evening'],
  hoodie: ['weekend', 'travel'],
  sweatshirt: ['weekend', 'everyday'],
  'tailored-trousers': ['work', 'evening'],
  'wide-trousers': ['everyday', 'work'],
  shorts: ['weekend', 'travel'],
  'dress-slip': ['evening'],
  'dress-shirt': ['everyday', 'work'],
  'dress-wrap': ['work', 'evening'],
  'skirt-mini': ['weekend', 'evening'],
  'skirt-midi': ['work', 'evening'],
  coat: ['everyday', 'work'],
  trench: ['work', 'travel'],
  blazer: ['work', 'evening'],
  puffer: ['outdoors', 'travel'],
  gilet: ['outdoors', 'weekend'],
  bomber: ['weekend', 'everyday'],
  loafer: ['work', 'evening'],
  boot: ['everyday', 'outdoors'],
  beanie: ['outdoors', 'everyday'],
}

/** What it is for: one or two occasions, the usual one first. */
export function occasionsFor(garment: GarmentId, material: MaterialId, random: Random): Occasion[] {
  const usual = USUAL[garment] ?? ['everyday']
  const occasions = new Set<Occasion>(random.chance(0.7) ? usual : usual.slice(0, 1))
  if (MATERIALS[material].fabric === 'silk') occasions.add('evening')
  if (GARMENTS[garment].category === 'tops' && random.chance(0.2)) occasions.add('weekend')
  return [...occasions]
}
