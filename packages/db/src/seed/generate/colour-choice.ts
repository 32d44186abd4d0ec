import { type ColourId, GARMENTS, type GarmentAttributes, type GarmentId, type MaterialId } from '@selvedge/core'
import type { Brand } from './brands/brand'
import type { Random } from './random'

const LEATHER: readonly ColourId[] = [
  'ink',
  'tobacco',
  'chestnut',
  'espresso',
  'oxblood',
  'walnut',
  'camel',
  'sand',
  'olive',
  'bottle',
  'midnight',
  'soot',
]
const INDIGOS: readonly ColourId[] = ['indigo', 'rinsed-blue', 'washed-blue', 'ink', 'midnight', 'ecru', 'milk']

/** The colours a cloth comes in at all; a cloth that is not named here takes any. */
const DYEABLE: Readonly<Partial<Record<MaterialId, readonly ColourId[]>>> = {
  'calf-leather': LEATHER,
  suede: LEATHER,
  'selvedge-denim': INDIGOS,
  'stretch-denim': INDIGOS,
  chambray: ['washed-blue', 'sky', 'rinsed-blue', 'indigo', 'cornflower'],
  'waxed-cotton': ['olive', 'midnight', 'walnut', 'soot', 'tobacco', 'bottle', 'navy', 'ink'],
  tweed: [
    'moss',
    'oat',
    'rust',
    'slate',
    'chestnut',
    'pine',
    'plum',
    'charcoal',
    'fog',
    'ochre',
    'navy',
    'camel',
    'bottle',
  ],
  'tropical-wool': [
    'navy',
    'charcoal',
    'ink',
    'slate',
    'stone',
    'tobacco',
    'midnight',
    'olive',
    'camel',
    'ecru',
    'petrol',
    'plum',
  ],
  'wool-flannel': ['charcoal', 'navy', 'slate', 'pewter', 'camel', 'bottle', 'oxblood', 'ink', 'plum', 'brick', 'moss'],
}

/** How many colours a garment tends to come in: T-shirts in many, a coat in one or two. */
const USUAL_COUNT: Readonly<Partial<Record<GarmentId, number>>> = {
  't-shirt': 4,
  beanie: 4,
  scarf: 3,
  'knit-jumper': 3,
  sweatshirt: 3,
  hoodie: 3,
  'tank-top': 3,
  polo: 3,
  coat: 2,
  boot: 2,
  loafer: 2,
  jeans: 1.4,
  chinos: 1.9,
}

/** The colours of a product, the leading one first; from the house's palette where the cloth allows. */
export function chooseColours(
  { garment, brand, attributes }: { garment: GarmentId; brand: Brand; attributes: GarmentAttributes },
  random: Random,
): readonly ColourId[] {
  const dyeable = footwearKeepsItsPalette(garment, attributes.material) ? undefined : DYEABLE[attributes.material]
  const own = dyeable ? brand.palette.filter((colour) => dyeable.includes(colour)) : brand.palette
  const others = dyeable?.filter((colour) => !own.includes(colour)) ?? []
  const order = [...random.shuffle(own), ...random.shuffle(others)]
  const usual = USUAL_COUNT[garment] ?? 2.4
  const count = Math.max(1, Math.min(6, Math.round(random.normal(usual, 0.9))))
  return order.slice(0, attributes.pattern === 'floral' ? Math.min(count, 2) : count)
}

// Sneakers are painted and pieced: a white or a red one is no surprise.
function footwearKeepsItsPalette(garment: GarmentId, material: MaterialId): boolean {
  return GARMENTS[garment].category === 'shoes' && garment === 'sneaker' && material !== 'cotton-canvas'
}
