import type { GarmentId } from '@selvedge/core'
import { type Line, line } from './line'

type Tops =
  | 'shirt'
  | 'overshirt'
  | 't-shirt'
  | 'polo'
  | 'blouse'
  | 'knit-jumper'
  | 'cardigan'
  | 'hoodie'
  | 'sweatshirt'
  | 'tank-top'

export const CUTS_OF_TOPS: Readonly<Record<Tops & GarmentId, readonly Line[]>> = {
  shirt: [
    line('A camp collar that lies flat without ironing, short sleeves and a hem cut straight to be worn out.', {
      collar: 'camp',
      sleeve: 'short',
    }),
    line('The collar is soft and open, held by a single loop at the top for the evenings that turn cold.', {
      collar: 'camp',
    }),
    line('The button-down collar has a proper roll, because the points are a centimetre longer than they need to be.', {
      collar: 'button-down',
    }),
    line('A band collar and a deep back pleat: half shirt, half something a painter would have worn.', {
      collar: 'band',
    }),
    line('The spread collar stands with a tie and, more to the point, without one.', { collar: 'spread' }),
    line('Cut close through the body, with darts at the back and an armhole high enough to lift a bag in.', {
      fit: 'slim',
    }),
    line('Cut wide in the shoulder and left there; the sleeve starts a hand lower than you expect.', {
      fit: 'oversized',
    }),
    line(
      'An easy shirt with a box pleat at the back and a curved hem that stays tucked or looks right when it does not.',
      {
        fit: ['relaxed', 'regular'],
      },
    ),
    line('The hem is rounded and long at the back, made to be tucked in by people who then forget to.', {
      fit: ['regular', 'slim'],
    }),
    line('One chest pocket, cut on the same grain as the front so that you have to look for it.', { pocket: 'one' }),
    line('Two chest pockets with a flap each, and nothing else in the way of decoration.', { pocket: 'two' }),
    line('No pocket, no loop, no contrast button: the front is left alone.', { pocket: 'none' }),
    line('Roomy through the chest, narrower at the hem, with a sleeve that rolls twice and stays.', {
      fit: ['relaxed', 'oversized'],
      sleeve: 'long',
    }),
    line('Short sleeves that end above the elbow and are wide enough to catch a breeze.', { sleeve: 'short' }),
    line('The cuff has two buttons, for those who wear a watch and those who do not.', { sleeve: 'long' }),
    line('Gussets at the side seams, where shirts tear first.'),
    line('Split yoke, single-needle side seams, and seven buttons where most shirts stop at six.'),
  ],
  overshirt: [
    line('Somewhere between a shirt and a jacket, with room underneath for a jumper.'),
    line('Four pockets, two of them closed, none of them for show.', { pockets: 'four' }),
    line('Two chest pockets sit slightly forward, where a hand finds them.', { pockets: 'two' }),
    line('It closes with a two-way zip, so it can be sat in.', { closure: 'zip' }),
    line('Press studs instead of buttons: on and off in one pull.', { closure: 'snaps' }),
    line('The body is boxy and the sleeve is long, with a cuff that turns back once.', {
      fit: ['oversized', 'relaxed'],
    }),
    line('A chore-coat shape with the bulk taken out of the side seams.', { fit: ['regular', 'slim'] }),
  ],
  't-shirt': [
    line('A T-shirt with a narrow crew neck that keeps its shape, because the rib is cut from the same yarn.', {
      neckline: 'crew',
    }),
    line('The henley placket takes three buttons; the third is there so that the second can be left open.', {
      neckline: 'henley',
    }),
    line('A shallow V that shows a collarbone and nothing else.', { neckline: 'v-neck' }),
    line('The mock neck stands two and a half centimetres, enough to wear under a blazer in place of a shirt.', {
      neckline: 'mock',
    }),
    line('Boxy, a little short, with the sleeve ending at the elbow.', { fit: 'oversized', sleeve: 'short' }),
    line('Long-sleeved, with side slits so that it layers without bunching.', { sleeve: 'long' }),
    line('Shoulders are taped and the side seams sit straight after the wash, which is more than can be said of most.'),
  ],
  polo: [
    line('A polo for people who were put off polos: no logo, no contrast tip, a collar that does not curl.'),
    line('The open collar has no buttons at all and falls the way a bowling shirt does.', { neckline: 'open' }),
    line('A short zip takes the place of the placket and lies flat when closed.', { neckline: 'zipped' }),
    line('Two mother-of-pearl buttons, a soft stand, and sleeves finished in a plain hem rather than a rib.', {
      neckline: 'buttoned',
    }),
    line('Long sleeves turn it into something you can wear to work.', { sleeve: 'long' }),
    line('The collar is knitted in one with the body, so there is no seam to rub.', {
      material: ['merino', 'cotton-knit'],
    }),
  ],
  blouse: [
    line('The tie at the neck can be a bow, a knot or two loose ends; it is cut on the bias to allow all three.', {
      neckline: 'tie-neck',
    }),
    line('Balloon sleeves are gathered into a three-button cuff and do the talking.', { sleeve: 'balloon' }),
    line('A small puff at the shoulder, flat elsewhere: enough shape to sit well under a jacket.', { sleeve: 'puff' }),
    line('The high neck closes with a row of covered buttons at the back.', {
      neckline: 'high',
      closure: 'back-button',
    }),
    line('A V-neck blouse with a soft shoulder and a hem that is a touch longer behind.', { neckline: 'v-neck' }),
    line('Plain at first sight; then you notice that the front is one piece, folded rather than seamed.'),
    line('French seams throughout, so that the inside is as clean as the outside.'),
  ],
  'knit-jumper': [
    line('The roll neck is deep enough to fold once and soft enough not to.', { neckline: 'roll-neck' }),
    line('A crew neck with a double collar that springs back after a head has been through it.', { neckline: 'crew' }),
    line('The V is set high, to be worn over a shirt or over nothing.', { neckline: 'v-neck' }),
    line('A half-zip with a stand collar; the puller is a short leather tab.', { neckline: 'half-zip' }),
    line('The mock neck keeps the wind out without asking for attention.', { neckline: 'mock' }),
    line('Knitted in a fine gauge that sits under a jacket as easily as a shirt does.', { gauge: 'fine' }),
    line('A chunky knit on big needles, with saddle shoulders and a body that takes up space.', { gauge: 'chunky' }),
    line('Fully fashioned: each panel is knitted to shape, and you can see the marks at the armhole.'),
  ],
  cardigan: [
    line('The shawl collar folds back on itself and does the work of a scarf.', { neckline: 'shawl' }),
    line('Buttoned high to a crew neck, it can pass for a jumper.', { neckline: 'crew' }),
    line('A deep V and five horn buttons, with pockets knitted in rather than stitched on.', {
      neckline: 'v-neck',
      closure: 'buttons',
    }),
    line('It closes with a two-way zip, which makes it the first cardigan you can drive in.', { closure: 'zip' }),
    line('Heavy enough to be worn as a jacket from September on.', { gauge: 'chunky' }),
    line('Light and close, made to go between a T-shirt and a coat.', { gauge: 'fine' }),
    line('Rib at hem and cuff is doubled, so elbows and waist hold where cardigans usually give up.'),
  ],
  hoodie: [
    line('The hood is cut from three panels and lined, so it stands up when it is down.'),
    line('A full zip in matt metal runs to the top of the hood’s opening.', { closure: 'zip' }),
    line('No drawcord and no zip: the hood crosses over itself at the neck.', { closure: 'pull-on' }),
    line('Raglan sleeves leave the shoulder free under a coat.', { shoulder: 'raglan' }),
    line('Shoulders are dropped and the body is short, which is where the shape comes from.', { shoulder: 'dropped' }),
    line('Flatlocked inside, with side panels in rib that move when you do.'),
  ],
  sweatshirt: [
    line('A raglan sleeve and a V-stitch at the collar, as on the gym sweats it descends from.', {
      shoulder: 'raglan',
    }),
    line('The half-zip opens to the breastbone and folds into a small collar.', { neckline: 'half-zip' }),
    line('Dropped shoulders, long ribs, a body that ends at the hip bone.', { shoulder: 'dropped' }),
    line('Set-in sleeves give it a neater line than sweatshirts usually have.', { shoulder: 'set-in' }),
    line('Ribs at cuff and hem are seven centimetres deep and will outlast the elbows.'),
  ],
  'tank-top': [
    line('A high neck and cut-in shoulders, halfway to a halter.', { neckline: 'high' }),
    line('The scoop is as deep behind as in front.', { neckline: 'scoop' }),
    line('A square neck with straps wide enough to cover other straps.', { neckline: 'square', strap: 'wide' }),
    line('Narrow straps, a little stretch, and an edge that lies flat under a shirt.', { strap: 'narrow' }),
    line('Bound rather than hemmed at neck and armhole, so nothing rolls.'),
  ],
}
