import type { Category, Department } from './departments'
import type { MaterialId } from './materials'
import type { SizeSystem } from './size-systems'

export const GARMENT_IDS = [
  'shirt',
  'overshirt',
  't-shirt',
  'polo',
  'blouse',
  'knit-jumper',
  'cardigan',
  'hoodie',
  'sweatshirt',
  'tank-top',
  'jeans',
  'chinos',
  'tailored-trousers',
  'wide-trousers',
  'shorts',
  'skirt-midi',
  'skirt-mini',
  'dress-slip',
  'dress-shirt',
  'dress-wrap',
  'coat',
  'trench',
  'blazer',
  'bomber',
  'puffer',
  'gilet',
  'sneaker',
  'boot',
  'loafer',
  'beanie',
  'scarf',
  'belt',
  'tote',
] as const
export type GarmentId = (typeof GARMENT_IDS)[number]

/** What a garment type is: where it hangs, who it is cut for, how it is sized and what it may be made of. */
export type Garment = {
  readonly name: string
  readonly plural: string
  readonly category: Category
  readonly departments: readonly Department[]
  readonly sizing: Readonly<Partial<Record<Department, SizeSystem>>>
  readonly materials: readonly MaterialId[]
}

const everyone = ['women', 'men', 'unisex'] as const
const alphaAll = { women: 'alpha', men: 'alpha', unisex: 'alpha' } as const
const oneSizeAll = { women: 'one-size', men: 'one-size', unisex: 'one-size' } as const
const womenOnly = { departments: ['women'], sizing: { women: 'dress' } } as const
const tailored = { departments: ['women', 'men'], sizing: { women: 'dress', men: 'tailoring' } } as const
const shoes = { departments: everyone, sizing: { women: 'shoe', men: 'shoe', unisex: 'shoe' } } as const
const alphaCut = { departments: everyone, sizing: alphaAll } as const

/** The thirty-three garment types. The first material of each is the most usual one. */
export const GARMENTS: Readonly<Record<GarmentId, Garment>> = {
  shirt: {
    ...top('Shirt', 'Shirts'),
    ...alphaCut,
    materials: ['cotton-poplin', 'cotton-oxford', 'linen', 'brushed-cotton', 'chambray', 'linen-cotton'],
  },
  overshirt: {
    ...top('Overshirt', 'Overshirts'),
    ...alphaCut,
    materials: ['cotton-twill', 'corduroy', 'cotton-canvas', 'wool-flannel', 'linen-cotton', 'selvedge-denim'],
  },
  't-shirt': { ...top('T-shirt', 'T-shirts'), ...alphaCut, materials: ['cotton-jersey'] },
  polo: { ...top('Polo shirt', 'Polo shirts'), ...alphaCut, materials: ['cotton-pique', 'cotton-knit', 'merino'] },
  blouse: {
    ...top('Blouse', 'Blouses'),
    ...womenOnly,
    materials: ['silk-crepe', 'cotton-poplin', 'silk-satin', 'linen'],
  },
  'knit-jumper': {
    ...knitwear('Jumper', 'Jumpers'),
    ...alphaCut,
    materials: ['merino', 'lambswool', 'cotton-knit', 'cashmere'],
  },
  cardigan: {
    ...knitwear('Cardigan', 'Cardigans'),
    ...alphaCut,
    materials: ['lambswool', 'merino', 'cotton-knit', 'cashmere'],
  },
  hoodie: { ...knitwear('Hoodie', 'Hoodies'), ...alphaCut, materials: ['loopback-cotton'] },
  sweatshirt: { ...knitwear('Sweatshirt', 'Sweatshirts'), ...alphaCut, materials: ['loopback-cotton'] },
  'tank-top': {
    ...top('Tank top', 'Tank tops'),
    departments: ['women', 'men'],
    sizing: { women: 'alpha', men: 'alpha' },
    materials: ['cotton-jersey', 'cotton-knit'],
  },
  jeans: {
    ...bottom('Jeans', 'Jeans'),
    departments: ['women', 'men'],
    sizing: { women: 'waist-length', men: 'waist-length' },
    materials: ['selvedge-denim', 'stretch-denim'],
  },
  chinos: {
    ...bottom('Chinos', 'Chinos'),
    departments: ['men', 'women'],
    sizing: { men: 'waist-length', women: 'dress' },
    materials: ['cotton-twill', 'corduroy'],
  },
  'tailored-trousers': {
    ...bottom('Tailored trousers', 'Tailored trousers'),
    ...tailored,
    materials: ['tropical-wool', 'wool-flannel', 'cotton-twill', 'linen'],
  },
  'wide-trousers': {
    ...bottom('Wide-leg trousers', 'Wide-leg trousers'),
    ...tailored,
    materials: ['linen', 'cotton-twill', 'tropical-wool', 'linen-cotton'],
  },
  shorts: { ...bottom('Shorts', 'Shorts'), ...alphaCut, materials: ['cotton-twill', 'linen', 'ripstop-nylon'] },
  'skirt-midi': {
    ...bottom('Midi skirt', 'Midi skirts'),
    ...womenOnly,
    materials: ['silk-satin', 'wool-flannel', 'linen', 'stretch-denim', 'cotton-poplin'],
  },
  'skirt-mini': {
    ...bottom('Mini skirt', 'Mini skirts'),
    ...womenOnly,
    materials: ['stretch-denim', 'tweed', 'corduroy', 'suede'],
  },
  'dress-slip': { ...dress('Slip dress', 'Slip dresses'), ...womenOnly, materials: ['silk-satin', 'silk-crepe'] },
  'dress-shirt': {
    ...dress('Shirt dress', 'Shirt dresses'),
    ...womenOnly,
    materials: ['cotton-poplin', 'linen', 'chambray', 'linen-cotton'],
  },
  'dress-wrap': {
    ...dress('Wrap dress', 'Wrap dresses'),
    ...womenOnly,
    materials: ['silk-crepe', 'linen', 'cotton-poplin', 'cotton-jersey'],
  },
  coat: { ...outer('Coat', 'Coats'), ...alphaCut, materials: ['wool-melton', 'tweed', 'wool-flannel'] },
  trench: {
    ...outer('Trench coat', 'Trench coats'),
    departments: ['women', 'men'],
    sizing: { women: 'alpha', men: 'alpha' },
    materials: ['cotton-twill', 'waxed-cotton', 'bonded-shell'],
  },
  blazer: {
    ...outer('Blazer', 'Blazers'),
    ...tailored,
    materials: ['wool-flannel', 'tropical-wool', 'linen', 'corduroy', 'tweed'],
  },
  bomber: {
    ...outer('Bomber jacket', 'Bomber jackets'),
    ...alphaCut,
    materials: ['ripstop-nylon', 'suede', 'calf-leather', 'wool-melton'],
  },
  puffer: { ...outer('Puffer jacket', 'Puffer jackets'), ...alphaCut, materials: ['ripstop-nylon', 'bonded-shell'] },
  gilet: { ...outer('Gilet', 'Gilets'), ...alphaCut, materials: ['ripstop-nylon', 'wool-melton', 'waxed-cotton'] },
  sneaker: { ...footwear('Sneakers', 'Sneakers'), ...shoes, materials: ['calf-leather', 'suede', 'cotton-canvas'] },
  boot: { ...footwear('Boots', 'Boots'), ...shoes, materials: ['calf-leather', 'suede'] },
  loafer: { ...footwear('Loafers', 'Loafers'), ...shoes, materials: ['calf-leather', 'suede'] },
  beanie: {
    ...accessory('Beanie', 'Beanies'),
    departments: ['unisex'],
    sizing: oneSizeAll,
    materials: ['merino', 'lambswool', 'cashmere'],
  },
  scarf: {
    ...accessory('Scarf', 'Scarves'),
    departments: ['unisex'],
    sizing: oneSizeAll,
    materials: ['lambswool', 'merino', 'cashmere', 'silk-satin'],
  },
  belt: {
    ...accessory('Belt', 'Belts'),
    departments: everyone,
    sizing: { women: 'belt', men: 'belt', unisex: 'belt' },
    materials: ['calf-leather', 'suede'],
  },
  tote: {
    ...accessory('Tote bag', 'Tote bags'),
    departments: ['unisex'],
    sizing: oneSizeAll,
    materials: ['cotton-canvas', 'calf-leather', 'waxed-cotton'],
  },
}

/** Whether a text is one of the garment ids: for reading stored rows. */
export const isGarmentId = (text: string): text is GarmentId => Object.hasOwn(GARMENTS, text)

function top(name: string, plural: string) {
  return { name, plural, category: 'tops' } as const
}
function knitwear(name: string, plural: string) {
  return { name, plural, category: 'knitwear' } as const
}
function bottom(name: string, plural: string) {
  return { name, plural, category: 'bottoms' } as const
}
function dress(name: string, plural: string) {
  return { name, plural, category: 'dresses' } as const
}
function outer(name: string, plural: string) {
  return { name, plural, category: 'outerwear' } as const
}
function footwear(name: string, plural: string) {
  return { name, plural, category: 'shoes' } as const
}
function accessory(name: string, plural: string) {
  return { name, plural, category: 'accessories' } as const
}
