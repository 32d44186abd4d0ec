import { type Line, line } from './line'

/** A word about what is on the cloth; plain cloth gets none. */
export const PATTERN_LINES: readonly Line[] = [
  line('The stripe is woven in, not printed, and meets itself at the pocket.', {
    pattern: 'stripe',
    category: ['tops', 'dresses', 'bottoms', 'outerwear'],
    fabric: ['cotton', 'linen', 'wool', 'silk', 'denim'],
  }),
  line('Stripes are knitted in, which is why they look the same inside.', {
    pattern: 'stripe',
    fabric: 'knit',
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
]
