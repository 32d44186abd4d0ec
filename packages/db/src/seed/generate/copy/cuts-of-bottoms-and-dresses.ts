import type { GarmentId } from '@selvedge/core'
import { type Line, line } from './line'

type Lower =
  | 'jeans'
  | 'chinos'
  | 'tailored-trousers'
  | 'wide-trousers'
  | 'shorts'
  | 'skirt-midi'
  | 'skirt-mini'
  | 'dress-slip'
  | 'dress-shirt'
  | 'dress-wrap'

export const CUTS_OF_BOTTOMS_AND_DRESSES: Readonly<Record<Lower & GarmentId, readonly Line[]>> = {
  jeans: [
    line('A straight leg from hip to hem, neither tight nor loose anywhere, which took nine fittings.', {
      leg: 'straight',
    }),
    line('Room in the thigh, then a taper that begins at the knee and stops before it becomes a statement.', {
      leg: 'tapered',
    }),
    line('Wide from the hip down; they break once over a shoe and hide a boot.', { leg: 'wide' }),
    line('Slim but not painted on, with enough in the calf to sit down.', { leg: 'slim' }),
    line('A gentle bootcut that opens from the knee, long enough for a heel.', { leg: 'bootcut' }),
    line('The rise is high and the waistband curved, so there is no gap at the back.', { rise: 'high' }),
    line('Worn low, on the hip, with a short fly.', { rise: 'low' }),
    line('Five pockets, hidden rivets and a button fly that gets easier from the second week.', {
      closure: 'button-fly',
    }),
    line('Chain-stitched at the hem, so they rope and fade along the edge as they should.', {
      material: 'selvedge-denim',
    }),
  ],
  chinos: [
    line('Chinos with a single forward pleat and a leg that narrows politely.', { front: 'single-pleat' }),
    line('Two deep pleats and a full thigh: the cut of an army surplus pair, the waist of a better tailor.', {
      front: 'double-pleat',
    }),
    line('A flat front, slant pockets, and a hem that can be let down four centimetres.', { front: 'flat' }),
    line('The leg is wide and straight, cut to be worn with a T-shirt and a belt.', { leg: 'wide' }),
    line('Tapered from the knee, they sit as well on a bicycle as at a desk.', { leg: 'tapered' }),
    line('The waistband is curtained inside, as on suit trousers, and does not roll.'),
  ],
  'tailored-trousers': [
    line('Pressed with a crease that survives a day of meetings, and side adjusters where the belt loops would be.', {
      closure: 'button-tab',
    }),
    line('Double pleats give the thigh some air; the leg then falls in one clean line.', { front: 'double-pleat' }),
    line('A flat front and a slim leg, with a little ease put back at the seat.', { front: 'flat', leg: 'slim' }),
    line('High-waisted, cut to be worn at the navel, where trousers look longest.', { rise: 'high' }),
    line('The hem comes unfinished on request and with a turn-up if you say nothing.', {
      leg: ['straight', 'tapered'],
    }),
    line('The front is half-lined, so the cloth slides over the knee rather than catching on it.', {
      material: ['tropical-wool', 'wool-flannel'],
    }),
    line('Jetted pockets are bar-tacked at the ends and deep enough to be of use.'),
  ],
  'wide-trousers': [
    line('Wide from the waist, they move a moment after you do.'),
    line('A drawstring runs inside the waistband, out of sight.', { closure: 'drawstring' }),
    line('The zip is at the side, so the front stays flat and quiet.', { closure: 'side-zip' }),
    line('Cropped at the ankle bone, to show a shoe worth showing.', { length: 'cropped' }),
    line('Full length, cut to brush the top of a shoe.', { length: 'full' }),
    line('Deep pleats are stitched down for a hand’s width and then let go.', {
      front: ['single-pleat', 'double-pleat'],
    }),
  ],
  shorts: [
    line('They end a hand above the knee, and the pockets end before they do.', { length: 'above-knee' }),
    line('Cut to mid-thigh with a small side vent.', { length: 'mid-thigh' }),
    line('A knee-length pair with the leg of a trouser and the temper of a short.', { length: 'knee' }),
    line('An elastic waist with a flat cord, and a fly that is only there for the look of it.', {
      closure: 'drawstring',
    }),
    line('Built like trousers, with a proper waistband and a back pocket that buttons.', { closure: 'button' }),
  ],
  'skirt-midi': [
    line('Cut on the bias, it follows the hip and leaves the knee alone.', { shape: 'bias' }),
    line('An A-line that starts at the waist and ends mid-calf, with pockets in both side seams.', { shape: 'a-line' }),
    line('A pencil skirt with a back vent long enough to run for a train.', { shape: 'pencil' }),
    line('Knife pleats are pressed in for good and open only in a stride.', { shape: 'pleated' }),
    line('Buttons run the length of the front; the lowest three are meant to be left open.', {
      closure: 'button-front',
    }),
    line('The waistband sits high and is faced rather than elasticated.', { rise: 'high' }),
    line('The waistband is narrow, the hem is hand-stitched, and it was drawn to be worn with flat shoes.'),
  ],
  'skirt-mini': [
    line('Short, straight and a little stiff, as a mini should be.', { shape: 'straight' }),
    line('An A-line mini with a clean waistband and a hem that stays where it is put.', { shape: 'a-line' }),
    line('Pleats from the hip give it some swing.', { shape: 'pleated' }),
    line('Buttons down the front, in horn, and two pockets that were not an afterthought.', {
      closure: 'button-front',
    }),
    line('The lining is cut a finger shorter, so that it never shows on the stairs.', { lining: ['full', 'half'] }),
    line('Sized to sit on the hip bone and to be worn with tights for half the year.'),
  ],
  'dress-slip': [
    line('Cut on the bias in four panels, so it skims rather than clings.'),
    line('The cowl drapes from the shoulder seam and can be worn deeper by a turn of the strap.', { neckline: 'cowl' }),
    line('A V at the front, a lower V at the back.', { neckline: 'v-neck' }),
    line('The square neck makes it a summer dress by day and leaves room for a necklace by night.', {
      neckline: 'square',
    }),
    line('Straps adjust with tiny covered sliders.', { strap: 'adjustable' }),
    line('It falls to the ankle and has a slit to match.', { length: 'maxi' }),
    line('Short enough to wear over jeans.', { length: 'mini' }),
  ],
  'dress-shirt': [
    line('A shirt grown into a dress, with a self belt that can be left in a drawer.', { waist: 'self-belt' }),
    line('A drawcord runs through the waist from the inside and can be pulled as tight as the day requires.', {
      waist: 'drawcord',
    }),
    line('It falls straight from the shoulder; the shape comes from the pleat at the back.', { waist: 'straight' }),
    line('The band collar keeps it from looking borrowed.', { collar: 'band' }),
    line('A camp collar and short sleeves make it the coolest thing in the wardrobe in July.', {
      collar: 'camp',
      sleeve: 'short',
    }),
    line('There are pockets in the side seams, deep ones, and buttons down to the hem.'),
  ],
  'dress-wrap': [
    line('It wraps twice and ties at the side, so it opens only when you decide it should.'),
    line('A hidden press stud holds the V where it belongs.', { neckline: 'v-neck' }),
    line('The collar gives a wrap dress some backbone.', { neckline: 'collared' }),
    line('Three-quarter sleeves end in a soft turn-back cuff.', { sleeve: 'three-quarter' }),
    line('The skirt is cut as a full circle behind and a half in front, which is where the movement comes from.', {
      length: ['midi', 'maxi'],
    }),
    line('Long sleeves gather into a narrow cuff with two covered buttons.', { sleeve: 'long' }),
  ],
}
