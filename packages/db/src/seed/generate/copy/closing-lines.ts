import type { Voice } from '../brands/brand'
import { type Line, line } from './line'

const upper = { category: ['tops', 'knitwear', 'outerwear'] }

/** Last words, in the voice of the house. */
export const CLOSING_LINES: Readonly<Record<Voice, readonly Line[]>> = {
  plain: [
    line('Wear it open over a T-shirt or closed as a shirt; both work.', { garment: ['overshirt', 'shirt'] }),
    line('It goes with most things you own already.', { plural: 'no', pattern: 'plain' }),
    line('They go with most things you own already.', { plural: 'yes', pattern: 'plain' }),
    line('Pair it with wide trousers and plain shoes.', upper),
    line('One for the hook by the door rather than the hanger.', { category: 'outerwear' }),
    line('If you are between sizes, take the smaller.', { fit: ['oversized', 'relaxed'] }),
    line('If you are between sizes, take the larger.', { fit: 'slim' }),
    line('Sewn in {madeIn}, by people on the payroll.'),
    line('Spare buttons are stitched inside the side seam.', { garment: ['shirt', 'overshirt', 'dress-shirt'] }),
    line('Half sizes: go down.', { category: 'shoes' }),
  ],
  warm: [
    line('Made in {madeIn}, where they also know how to take up a hem if you ask nicely.', {
      category: ['bottoms', 'dresses'],
    }),
    line('The kind of thing a brother borrows and does not return.', upper),
    line('Good on the first morning of a holiday, and on the Monday after.', {
      seasons: 'summer',
      occasions: 'weekend',
    }),
    line('Send it back when it wears through and it will be mended, once, for nothing.', { plural: 'no' }),
    line('Send them back when they wear through and they will be mended, once, for nothing.', { plural: 'yes' }),
    line('Best broken in on a long walk with somebody talkative.', { category: 'shoes' }),
    line('Two of the pattern makers wear it themselves, which is how you know.', { plural: 'no' }),
    line('It was made for cold kitchens and has done well elsewhere.', { category: 'knitwear', seasons: 'winter' }),
    line('Somebody in {madeIn} has put their initials inside; look near the label.'),
  ],
  technical: [
    line('Seams are flat, thread is recycled, and the trims come off for recycling at the end.', {
      category: ['outerwear', 'tops', 'knitwear', 'bottoms'],
    }),
    line('Finished without PFAS.', { fabric: 'technical' }),
    line('Tested for thirty washes; shrinkage under two per cent.', { care: ['machine-30', 'machine-40'] }),
    line('Packs into its own pocket.', { garment: ['puffer', 'gilet', 'bomber'], material: 'ripstop-nylon' }),
    line('Every component is listed on the inner label, down to the thread.'),
    line('Weight and drape were set for movement first and a still photograph second.', {
      category: ['outerwear', 'bottoms'],
    }),
    line('Warm to about minus ten with a jumper, to freezing without.', { garment: 'puffer' }),
  ],
  dry: [
    line('There is no logo.', { category: ['tops', 'knitwear', 'outerwear', 'accessories', 'shoes'] }),
    line('It comes in few colours; we tried the others.', { plural: 'no', colourCount: 'few' }),
    line('That is all it does, and it does it well.', { plural: 'no' }),
    line('That is all they do, and they do it well.', { plural: 'yes' }),
    line('It will look new for a year and good for ten.', { plural: 'no' }),
    line('They will look new for a year and good for ten.', { plural: 'yes' }),
    line('Suitable for funerals, interviews and dinner.', {
      occasions: ['evening', 'work'],
      garment: ['blazer', 'coat', 'tailored-trousers'],
    }),
    line('Do not iron the sleeve crease; it is not 1985.', { garment: ['shirt', 'blazer'] }),
    line('The polish is up to you.', { category: 'shoes', material: 'calf-leather' }),
  ],
  lyrical: [
    line('It looks its best at five in the afternoon, by a window.', { plural: 'no' }),
    line('For the hour between the office and the evening.', { occasions: 'evening' }),
    line('Something to be caught in the rain in.', { category: 'outerwear' }),
    line('Wear it with bare arms and salt in your hair.', {
      garment: ['dress-slip', 'tank-top', 'dress-wrap'],
      seasons: 'summer',
    }),
    line('The colour was taken from a photograph of the sea in March.', {
      category: ['knitwear', 'dresses', 'tops'],
      colourFamily: ['blue', 'navy', 'green', 'grey'],
    }),
    line('It softens as it learns who you are.', { plural: 'no', fabric: ['leather', 'linen', 'denim', 'knit'] }),
    line('Light enough to dance in, lined enough to go home in.', { category: 'dresses', length: ['midi', 'mini'] }),
    line('Made in {madeIn}, slowly.'),
  ],
}
