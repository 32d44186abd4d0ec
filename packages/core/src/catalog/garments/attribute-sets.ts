import { z } from 'zod'
import { FABRICS, PATTERNS } from './cloth'
import type { GarmentId } from './garment-types'
import { GARMENTS } from './garment-types'
import { CARES, MATERIAL_IDS, MATERIALS } from './materials'

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
export type Season = (typeof SEASONS)[number]
export const OCCASIONS = ['everyday', 'work', 'weekend', 'evening', 'outdoors', 'travel'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** What every product says of itself, whatever it is. Weights are g/m², absent for leather. */
const cloth = {
  material: z.enum(MATERIAL_IDS),
  fabric: z.enum(FABRICS),
  pattern: z.enum(PATTERNS),
  fabricWeightGsm: z.int().min(50).max(900).optional(),
  seasons: z.array(z.enum(SEASONS)).min(1),
  occasions: z.array(z.enum(OCCASIONS)).min(1),
  care: z.enum(CARES),
  madeIn: z.string().min(2).max(40),
}

const fit = z.enum(['regular', 'relaxed', 'slim', 'oversized'])
const gauge = z.enum(['mid', 'fine', 'chunky'])
const rise = z.enum(['high', 'mid', 'low'])
const leg = z.enum(['straight', 'tapered', 'wide', 'slim', 'bootcut'])
const front = z.enum(['flat', 'single-pleat', 'double-pleat'])
const shirtCollar = z.enum(['point', 'button-down', 'band', 'camp', 'spread'])
const shirtSleeve = z.enum(['long', 'short'])
const skirtClosure = z.enum(['side-zip', 'back-zip', 'button-front'])
const dressLength = z.enum(['midi', 'mini', 'maxi'])
const lining = z.enum(['full', 'half', 'unlined'])
const filling = z.enum(['recycled-down', 'synthetic'])
const sole = z.enum(['rubber', 'leather', 'lug'])

// Within a list the usual value stands first; the order is also that of the facet.
const SETS = {
  shirt: z.strictObject({
    ...cloth,
    fit,
    collar: shirtCollar,
    sleeve: shirtSleeve,
    pocket: z.enum(['one', 'none', 'two']),
  }),
  overshirt: z.strictObject({
    ...cloth,
    fit,
    collar: z.enum(['point', 'camp', 'band']),
    closure: z.enum(['buttons', 'snaps', 'zip']),
    pockets: z.enum(['two', 'four', 'one']),
  }),
  't-shirt': z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['crew', 'v-neck', 'henley', 'mock']),
    sleeve: z.enum(['short', 'long']),
  }),
  polo: z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['buttoned', 'open', 'zipped']),
    sleeve: z.enum(['short', 'long']),
  }),
  blouse: z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['round', 'tie-neck', 'v-neck', 'high']),
    sleeve: z.enum(['long', 'balloon', 'puff', 'short']),
    closure: z.enum(['buttons', 'back-button', 'pull-on']),
  }),
  'knit-jumper': z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['crew', 'roll-neck', 'v-neck', 'half-zip', 'mock']),
    gauge,
  }),
  cardigan: z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['v-neck', 'crew', 'shawl']),
    closure: z.enum(['buttons', 'zip']),
    gauge,
  }),
  hoodie: z.strictObject({
    ...cloth,
    fit,
    closure: z.enum(['pull-on', 'zip']),
    shoulder: z.enum(['set-in', 'raglan', 'dropped']),
  }),
  sweatshirt: z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['crew', 'half-zip']),
    shoulder: z.enum(['raglan', 'set-in', 'dropped']),
  }),
  'tank-top': z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['scoop', 'high', 'square']),
    strap: z.enum(['wide', 'narrow']),
  }),
  jeans: z.strictObject({
    ...cloth,
    leg,
    rise,
    closure: z.enum(['zip', 'button-fly']),
  }),
  chinos: z.strictObject({ ...cloth, leg: leg.exclude(['bootcut']), rise, front }),
  'tailored-trousers': z.strictObject({
    ...cloth,
    leg: leg.exclude(['bootcut']),
    rise,
    front,
    closure: z.enum(['hook-and-zip', 'button-tab']),
  }),
  'wide-trousers': z.strictObject({
    ...cloth,
    rise: rise.exclude(['low']),
    front,
    length: z.enum(['full', 'cropped']),
    closure: z.enum(['hook-and-zip', 'side-zip', 'drawstring']),
  }),
  shorts: z.strictObject({
    ...cloth,
    fit,
    rise: rise.exclude(['low']),
    length: z.enum(['above-knee', 'mid-thigh', 'knee']),
    closure: z.enum(['button', 'drawstring']),
  }),
  'skirt-midi': z.strictObject({
    ...cloth,
    shape: z.enum(['a-line', 'bias', 'pencil', 'pleated']),
    rise: rise.exclude(['low']),
    closure: skirtClosure,
    lining,
  }),
  'skirt-mini': z.strictObject({
    ...cloth,
    shape: z.enum(['a-line', 'straight', 'pleated']),
    rise,
    closure: skirtClosure,
    lining,
  }),
  'dress-slip': z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['v-neck', 'cowl', 'square']),
    strap: z.enum(['adjustable', 'fixed']),
    length: dressLength,
  }),
  'dress-shirt': z.strictObject({
    ...cloth,
    fit,
    collar: shirtCollar.exclude(['button-down']),
    sleeve: shirtSleeve,
    length: dressLength,
    waist: z.enum(['self-belt', 'straight', 'drawcord']),
  }),
  'dress-wrap': z.strictObject({
    ...cloth,
    fit,
    neckline: z.enum(['v-neck', 'collared']),
    sleeve: z.enum(['three-quarter', 'long', 'short']),
    length: dressLength,
  }),
  coat: z.strictObject({
    ...cloth,
    fit,
    collar: z.enum(['notch', 'peak', 'stand', 'shawl']),
    closure: z.enum(['single-breasted', 'double-breasted', 'belted']),
    length: z.enum(['knee', 'thigh', 'calf']),
    lining,
  }),
  trench: z.strictObject({
    ...cloth,
    fit,
    closure: z.enum(['double-breasted', 'single-breasted']),
    length: z.enum(['knee', 'calf', 'thigh']),
    lining,
  }),
  blazer: z.strictObject({
    ...cloth,
    fit,
    lapel: z.enum(['notch', 'peak', 'shawl']),
    closure: z.enum(['two-button', 'one-button', 'double-breasted']),
    lining,
    pockets: z.enum(['patch', 'flap', 'jetted']),
  }),
  bomber: z.strictObject({ ...cloth, fit, collar: z.enum(['rib', 'stand', 'shirt']), lining }),
  puffer: z.strictObject({
    ...cloth,
    fit,
    filling,
    hood: z.enum(['none', 'fixed', 'detachable']),
    length: z.enum(['hip', 'cropped', 'thigh']),
  }),
  gilet: z.strictObject({
    ...cloth,
    fit,
    filling: z.enum(['recycled-down', 'synthetic', 'none']),
    collar: z.enum(['stand', 'collarless']),
    closure: z.enum(['zip', 'snaps']),
  }),
  sneaker: z.strictObject({
    ...cloth,
    shaft: z.enum(['low', 'high']),
    closure: z.enum(['laces', 'slip-on']),
    construction: z.enum(['cupsole', 'vulcanised', 'runner']),
  }),
  boot: z.strictObject({
    ...cloth,
    shaft: z.enum(['ankle', 'mid', 'tall']),
    closure: z.enum(['laces', 'elastic', 'zip']),
    sole,
    heelMm: z.int().min(15).max(80),
  }),
  loafer: z.strictObject({
    ...cloth,
    style: z.enum(['penny', 'tassel', 'plain', 'snaffle']),
    sole,
    heelMm: z.int().min(10).max(45),
  }),
  beanie: z.strictObject({ ...cloth, gauge, cuff: z.enum(['folded', 'plain']) }),
  scarf: z.strictObject({
    ...cloth,
    lengthCm: z.int().min(60).max(240),
    widthCm: z.int().min(20).max(140),
    edge: z.enum(['fringed', 'hemmed', 'rolled']),
  }),
  belt: z.strictObject({ ...cloth, widthMm: z.int().min(18).max(40), buckle: z.enum(['brass', 'nickel', 'covered']) }),
  tote: z.strictObject({
    ...cloth,
    volumeL: z.int().min(8).max(30),
    closure: z.enum(['open', 'zip', 'snap']),
    straps: z.enum(['shoulder', 'top-handle']),
  }),
} as const satisfies Record<GarmentId, z.ZodObject>

/** The attribute set of each garment type: the schema of a product's `attributes`, and the source of its facets. */
export const ATTRIBUTE_SETS: typeof SETS = SETS

export type AttributesOf<G extends GarmentId> = z.infer<(typeof SETS)[G]>
export type GarmentAttributes = { [G in GarmentId]: AttributesOf<G> }[GarmentId]

/** Facts a schema of single fields cannot say: the cloth must be one the garment is made of, and agree with itself. */
export function clothContradiction(garment: GarmentId, attributes: GarmentAttributes): string | undefined {
  const material = MATERIALS[attributes.material]
  if (!GARMENTS[garment].materials.includes(attributes.material)) return 'this garment is not made of that material'
  if (material.fabric !== attributes.fabric) return `${attributes.material} is a ${material.fabric} cloth`
  const weight = attributes.fabricWeightGsm
  if ((material.gsm === null) !== (weight === undefined)) return 'a cloth has a weight, a hide has none'
  return undefined
}
