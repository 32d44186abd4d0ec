import type { GarmentId } from '@selvedge/core'
import type { Brand } from './brands/brand'
import { type Facts, isTrueOf, type Line, line } from './copy/line'
import type { Random } from './random'

// What a shop assistant would call it; the first line is always true.
const NOUNS: Readonly<Record<GarmentId, readonly Line[]>> = {
  shirt: [
    line('shirt'),
    line('camp-collar shirt', { collar: 'camp' }),
    line('band-collar shirt', { collar: 'band' }),
    line('Oxford shirt', { material: 'cotton-oxford' }),
    line('linen shirt', { material: ['linen', 'linen-cotton'] }),
    line('flannel shirt', { material: 'brushed-cotton' }),
    line('chambray shirt', { material: 'chambray' }),
    line('striped shirt', { pattern: 'stripe' }),
    line('poplin shirt', { material: 'cotton-poplin' }),
  ],
  overshirt: [
    line('overshirt'),
    line('cord overshirt', { material: 'corduroy' }),
    line('canvas overshirt', { material: 'cotton-canvas' }),
    line('wool overshirt', { material: 'wool-flannel' }),
    line('denim overshirt', { material: 'selvedge-denim' }),
    line('zip overshirt', { closure: 'zip' }),
  ],
  't-shirt': [
    line('T-shirt'),
    line('striped T-shirt', { pattern: 'stripe' }),
    line('henley', { neckline: 'henley' }),
    line('long-sleeved T-shirt', { sleeve: 'long' }),
    line('mock-neck T-shirt', { neckline: 'mock' }),
  ],
  polo: [
    line('polo shirt'),
    line('knitted polo', { material: ['merino', 'cotton-knit'] }),
    line('open-collar polo', { neckline: 'open' }),
    line('piqué polo', { material: 'cotton-pique' }),
  ],
  blouse: [
    line('blouse'),
    line('tie-neck blouse', { neckline: 'tie-neck' }),
    line('silk blouse', { fabric: 'silk' }),
    line('linen blouse', { material: 'linen' }),
    line('balloon-sleeve blouse', { sleeve: 'balloon' }),
  ],
  'knit-jumper': [
    line('jumper'),
    line('roll neck', { neckline: 'roll-neck' }),
    line('merino jumper', { material: 'merino' }),
    line('lambswool jumper', { material: 'lambswool' }),
    line('cashmere jumper', { material: 'cashmere' }),
    line('cotton jumper', { material: 'cotton-knit' }),
    line('half-zip jumper', { neckline: 'half-zip' }),
    line('striped jumper', { pattern: 'stripe' }),
  ],
  cardigan: [
    line('cardigan'),
    line('shawl cardigan', { neckline: 'shawl' }),
    line('cashmere cardigan', { material: 'cashmere' }),
    line('zip cardigan', { closure: 'zip' }),
    line('chunky cardigan', { gauge: 'chunky' }),
  ],
  hoodie: [line('hoodie'), line('zip hoodie', { closure: 'zip' })],
  sweatshirt: [
    line('sweatshirt'),
    line('raglan sweatshirt', { shoulder: 'raglan' }),
    line('half-zip sweatshirt', { neckline: 'half-zip' }),
  ],
  'tank-top': [
    line('tank top'),
    line('ribbed tank top', { pattern: 'rib' }),
    line('knitted tank top', { material: 'cotton-knit' }),
  ],
  jeans: [
    line('jeans'),
    line('straight jeans', { leg: 'straight' }),
    line('wide-leg jeans', { leg: 'wide' }),
    line('tapered jeans', { leg: 'tapered' }),
    line('slim jeans', { leg: 'slim' }),
    line('bootcut jeans', { leg: 'bootcut' }),
    line('selvedge jeans', { material: 'selvedge-denim' }),
  ],
  chinos: [
    line('chinos'),
    line('pleated chinos', { front: ['single-pleat', 'double-pleat'] }),
    line('cord trousers', { material: 'corduroy' }),
    line('tapered chinos', { leg: 'tapered' }),
  ],
  'tailored-trousers': [
    line('tailored trousers'),
    line('pleated trousers', { front: ['single-pleat', 'double-pleat'] }),
    line('flannel trousers', { material: 'wool-flannel' }),
    line('linen trousers', { material: 'linen' }),
    line('wool trousers', { material: 'tropical-wool' }),
  ],
  'wide-trousers': [
    line('wide-leg trousers'),
    line('wide-leg linen trousers', { material: ['linen', 'linen-cotton'] }),
    line('drawstring trousers', { closure: 'drawstring' }),
    line('cropped wide-leg trousers', { length: 'cropped' }),
  ],
  shorts: [
    line('shorts'),
    line('linen shorts', { material: 'linen' }),
    line('drawstring shorts', { closure: 'drawstring' }),
    line('chino shorts', { material: 'cotton-twill', closure: 'button' }),
  ],
  'skirt-midi': [
    line('midi skirt'),
    line('bias-cut skirt', { shape: 'bias' }),
    line('pleated midi skirt', { shape: 'pleated' }),
    line('pencil skirt', { shape: 'pencil' }),
    line('denim midi skirt', { fabric: 'denim' }),
  ],
  'skirt-mini': [
    line('mini skirt'),
    line('denim mini skirt', { fabric: 'denim' }),
    line('tweed mini skirt', { material: 'tweed' }),
    line('cord mini skirt', { material: 'corduroy' }),
    line('suede mini skirt', { material: 'suede' }),
  ],
  'dress-slip': [line('slip dress'), line('silk slip dress'), line('cowl-neck dress', { neckline: 'cowl' })],
  'dress-shirt': [
    line('shirt dress'),
    line('belted shirt dress', { waist: 'self-belt' }),
    line('linen shirt dress', { fabric: 'linen' }),
    line('chambray shirt dress', { material: 'chambray' }),
  ],
  'dress-wrap': [
    line('wrap dress'),
    line('silk wrap dress', { fabric: 'silk' }),
    line('jersey wrap dress', { material: 'cotton-jersey' }),
    line('floral wrap dress', { pattern: 'floral' }),
  ],
  coat: [
    line('coat'),
    line('overcoat', { closure: 'single-breasted' }),
    line('double-breasted coat', { closure: 'double-breasted' }),
    line('belted coat', { closure: 'belted' }),
    line('tweed coat', { material: 'tweed' }),
    line('flannel coat', { material: 'wool-flannel' }),
  ],
  trench: [
    line('trench coat'),
    line('raincoat', { material: 'bonded-shell' }),
    line('waxed trench', { material: 'waxed-cotton' }),
  ],
  blazer: [
    line('blazer'),
    line('double-breasted blazer', { closure: 'double-breasted' }),
    line('linen blazer', { material: 'linen' }),
    line('tweed jacket', { material: 'tweed' }),
    line('cord blazer', { material: 'corduroy' }),
    line('flannel blazer', { material: 'wool-flannel' }),
  ],
  bomber: [
    line('bomber jacket'),
    line('suede bomber', { material: 'suede' }),
    line('leather bomber', { material: 'calf-leather' }),
    line('wool bomber', { material: 'wool-melton' }),
  ],
  puffer: [
    line('puffer jacket'),
    line('down jacket', { filling: 'recycled-down' }),
    line('cropped puffer', { length: 'cropped' }),
    line('long puffer', { length: 'thigh' }),
  ],
  gilet: [
    line('gilet'),
    line('down gilet', { filling: 'recycled-down' }),
    line('wool gilet', { material: 'wool-melton' }),
    line('waxed gilet', { material: 'waxed-cotton' }),
  ],
  sneaker: [
    line('sneakers'),
    line('suede sneakers', { material: 'suede' }),
    line('canvas sneakers', { material: 'cotton-canvas' }),
    line('high-top sneakers', { shaft: 'high' }),
    line('runners', { construction: 'runner' }),
  ],
  boot: [
    line('boots'),
    line('Chelsea boots', { closure: 'elastic' }),
    line('lace-up boots', { closure: 'laces' }),
    line('suede boots', { material: 'suede' }),
    line('tall boots', { shaft: 'tall' }),
  ],
  loafer: [
    line('loafers'),
    line('penny loafers', { style: 'penny' }),
    line('tassel loafers', { style: 'tassel' }),
    line('suede loafers', { material: 'suede' }),
  ],
  beanie: [line('beanie'), line('watch cap', { cuff: 'folded' }), line('ribbed beanie', { pattern: 'rib' })],
  scarf: [
    line('scarf'),
    line('silk scarf', { material: 'silk-satin' }),
    line('lambswool scarf', { material: 'lambswool' }),
    line('cashmere scarf', { material: 'cashmere' }),
    line('checked scarf', { pattern: 'check' }),
  ],
  belt: [line('belt'), line('suede belt', { material: 'suede' }), line('leather belt', { material: 'calf-leather' })],
  tote: [
    line('tote'),
    line('canvas tote', { material: 'cotton-canvas' }),
    line('leather tote', { material: 'calf-leather' }),
    line('waxed tote', { material: 'waxed-cotton' }),
  ],
}

/** The title a product is sold under, e.g. "Marlow cord overshirt" or, at a house that numbers, "Chinos No. 7". */
export function titleOf(
  { garment, brand, style, facts }: { garment: GarmentId; brand: Brand; style: string; facts: Facts },
  random: Random,
): string {
  const possible = NOUNS[garment].filter((noun) => isTrueOf(noun, facts))
  const noun = random.weighted(possible, (_, place) => (place === 0 ? 1 : 2)).text
  return brand.naming === 'named' ? `${style} ${noun}` : `${noun.charAt(0).toUpperCase()}${noun.slice(1)} No. ${style}`
}
