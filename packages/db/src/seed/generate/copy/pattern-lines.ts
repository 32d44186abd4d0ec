import { type Line, line } from './line'

const WOVEN = [
  'linen',
  'linen-cotton',
  'cotton-poplin',
  'cotton-oxford',
  'tropical-wool',
  'wool-flannel',
  'silk-crepe',
  'silk-satin',
]
const KNITTED = ['cotton-jersey', 'cotton-pique', 'merino', 'lambswool', 'cashmere', 'cotton-knit']

/** A word about what is on the cloth; plain cloth gets none. */
export const PATTERN_LINES: readonly Line[] = [
  line('The stripe is woven in, not printed, and meets itself at the pocket.', {
    pattern: 'stripe',
    garment: ['shirt', 'overshirt', 'blazer', 'dress-shirt'],
    material: WOVEN,
  }),
  line('The stripe is woven in, not printed, and runs straight through every seam.', {
    pattern: 'stripe',
    material: WOVEN,
  }),
  line('A stripe the width of a pencil line, which from two metres makes a third colour.', {
    pattern: 'stripe',
    material: WOVEN,
  }),
  line('Stripes are knitted in, which is why they look the same inside.', { pattern: 'stripe', material: KNITTED }),
  line('The stripes were counted and then recounted so that they meet under the arm.', {
    pattern: 'stripe',
    material: KNITTED,
    garment: ['t-shirt', 'knit-jumper', 'cardigan', 'polo', 'tank-top'],
  }),
  line('Two yarns, one stripe, no print.', { pattern: 'stripe', material: KNITTED }),
  line('Broad stripes at the chest, narrower towards the hem.', {
    pattern: 'stripe',
    garment: ['t-shirt', 'knit-jumper', 'cardigan', 'tank-top'],
    material: KNITTED,
  }),
  line('The checks are matched at the front and at both side seams; a good third of the cloth is lost to it.', {
    pattern: 'check',
    category: ['tops', 'outerwear', 'bottoms', 'dresses'],
  }),
  line('A check in three shades of one colour, which reads as plain from across the street.', { pattern: 'check' }),
  line('The print was drawn from pressed flowers and is small enough to wear to work.', { pattern: 'floral' }),
  line('A loose, scattered floral that looks painted because it was.', { pattern: 'floral' }),
  line('The herringbone is fine and shows only when you turn.', { pattern: 'herringbone' }),
  line('A broken herringbone gives the colour its depth.', { pattern: 'herringbone' }),
  line('Dots the size of a peppercorn, in rows that are not quite regular.', { pattern: 'dot' }),
  line('An allover rib makes it stretch where you need it and cling nowhere else.', {
    pattern: 'rib',
    category: ['tops', 'knitwear'],
  }),
  line('The rib runs its full length, so it keeps its spring.', { pattern: 'rib' }),
  line('Two-by-two rib, firm enough to stand away from the body a little.', { pattern: 'rib', category: 'knitwear' }),
  line('A fisherman’s rib, which is to say twice the yarn and twice the warmth.', {
    pattern: 'rib',
    material: ['lambswool', 'merino', 'cashmere'],
  }),
  line('Fine rib, the kind that hides a wash.', { pattern: 'rib' }),
  line('The check is woven from dyed yarn, which is why the white in it stays white.', {
    pattern: 'check',
    fabric: ['cotton', 'linen'],
  }),
  line('A windowpane so faint that you find it on the second day.', { pattern: 'check', fabric: 'wool' }),
  line('Herringbone, because a plain cloth would have been a missed chance.', { pattern: 'herringbone' }),
  line('The flowers are off-register by a hair, as they are in old prints.', { pattern: 'floral' }),
  line('No repeat that you can find; the print runs for ninety centimetres before it starts over.', {
    pattern: 'floral',
    category: ['dresses', 'tops'],
  }),
  line('Pin dots, woven rather than printed.', { pattern: 'dot' }),
]
