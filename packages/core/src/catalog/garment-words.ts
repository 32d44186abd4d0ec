import type { GarmentId } from './garments/garment-types'

/**
 * What else people call a garment. These words stand in the document itself, not among the engine's synonyms: only so
 * does a misspelt one ("swaeter") find anything.
 */
export const GARMENT_WORDS: Readonly<Partial<Record<GarmentId, readonly string[]>>> = {
  overshirt: ['shacket', 'shirt jacket'],
  't-shirt': ['tee', 'tshirt'],
  'knit-jumper': ['sweater', 'pullover', 'knitwear'],
  cardigan: ['knitwear'],
  hoodie: ['hooded sweatshirt', 'sweater'],
  sweatshirt: ['sweater', 'crewneck'],
  'tank-top': ['vest top', 'singlet'],
  jeans: ['denims', 'pants', 'trousers'],
  chinos: ['pants', 'trousers'],
  'tailored-trousers': ['pants', 'slacks', 'suit trousers'],
  'wide-trousers': ['pants', 'slacks'],
  'dress-slip': ['gown'],
  coat: ['overcoat', 'topcoat'],
  trench: ['raincoat', 'mac'],
  blazer: ['sport coat', 'suit jacket'],
  puffer: ['down jacket', 'quilted jacket'],
  gilet: ['bodywarmer', 'vest', 'waistcoat'],
  sneaker: ['trainers', 'tennis shoes'],
  beanie: ['woolly hat', 'knit cap'],
  tote: ['shopper', 'shoulder bag'],
}
