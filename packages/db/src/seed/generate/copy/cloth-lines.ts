import type { MaterialId } from '@selvedge/core'
import { type Line, line } from './line'

/** What there is to say about a cloth. `{gsm}` is its weight, `{madeIn}` where the garment was sewn. */
export const CLOTH_LINES: Readonly<Record<MaterialId, readonly Line[]>> = {
  linen: [
    line('The linen weighs {gsm} g/m², is washed before it is cut and has nothing left to lose in your machine.'),
    line('European flax, woven at {gsm} g/m²: crisp the first week, soft for the next ten years.'),
    line('Linen at {gsm} g/m² creases; we think that is the point of it.'),
    line('Made in {madeIn} of garment-dyed linen, so the seams are a shade deeper than the rest.'),
  ],
  'linen-cotton': [
    line('Linen gives the {gsm} g/m² cloth its dryness, cotton keeps the creases in check.'),
    line('A linen and cotton mix with a slubby yarn that catches the light unevenly.'),
    line('The blend is 55 to 45 in favour of linen, woven at {gsm} g/m² and softened with nothing but water.'),
  ],
  'cotton-poplin': [
    line('The poplin is a two-fold yarn at {gsm} g/m², smooth and just opaque.'),
    line('Cotton poplin of {gsm} g/m² has a dry hand and a faint sheen where it turns.'),
    line('Sewn in {madeIn} of fine poplin that irons in two strokes.'),
  ],
  'cotton-oxford': [
    line('The Oxford is woven with a coloured warp and a white weft, and softens at the points that rub.'),
    line('An Oxford of {gsm} g/m² with enough body to hang well and enough open weave to breathe.'),
    line('Made in {madeIn} from a basket-weave cotton that looks better from its fifth wash on.'),
  ],
  'brushed-cotton': [
    line('The cotton is brushed on the outside only, so it is warm to the eye and smooth on the skin.'),
    line('At {gsm} g/m² the brushed cotton has the weight of a good pillowcase and some of its comfort.'),
    line('A flannel in all but name: cotton, raised twice, woven at {gsm} g/m².'),
  ],
  'cotton-jersey': [
    line('The cotton is combed and ring-spun; {gsm} g/m², closer to a sweatshirt than to a vest.', {
      garment: 't-shirt',
    }),
    line('Jersey of {gsm} g/m² with a crisp face, cut along the grain so that the side seams stay at the side.'),
    line('Organic cotton jersey, knitted round and set with steam.'),
    line('The jersey is organic cotton, {gsm} g/m², knitted slowly on old machines so that it does not twist.'),
    line('Organic cotton at {gsm} g/m²: dense enough not to show what is under it.'),
    line('Washed and tumbled before it leaves {madeIn}, so the size you buy is the size you keep.'),
    line('A long-staple yarn gives the {gsm} g/m² jersey a dry, slightly cool touch.'),
  ],
  'cotton-pique': [
    line('The piqué is knitted at {gsm} g/m² with a fine honeycomb that holds air.'),
    line('Cotton piqué has a texture you notice with the hand before the eye.'),
    line('Piqué of {gsm} g/m² keeps its shape at the collar and its colour in the sun.'),
  ],
  'loopback-cotton': [
    line('Dense loopback cotton of {gsm} g/m², garment-dyed so that the ribs come out a tone darker.'),
    line('The cotton is Turkish, the loop is long, and at {gsm} g/m² there is no need of a T-shirt below it.'),
    line('The loopback is {gsm} g/m², unbrushed inside, and dries faster than fleece does.'),
    line('Heavy cotton of {gsm} g/m² with loops on the back: warm when you sit, not hot when you walk.'),
    line('Knitted in {madeIn} from two-thread cotton that feels stiff in the shop and right within a month.'),
  ],
  'cotton-twill': [
    line('The twill is {gsm} g/m², dry to the touch and dense enough to hold its shape at the knee.', {
      category: 'bottoms',
    }),
    line('Woven in two tones so close that the colour moves a little; {gsm} g/m².'),
    line('The twill weighs {gsm} g/m² and has two per cent of elastane, which you feel only on a bicycle.', {
      category: 'bottoms',
    }),
    line('A compact twill at {gsm} g/m², peached lightly so that it has no shine.'),
    line('Dyed as a finished piece in {madeIn}, which leaves the seams a little paler at the edge.', {
      garment: ['chinos', 'shorts', 'overshirt', 'wide-trousers', 'tailored-trousers'],
    }),
    line('Cotton twill, closely woven: a shower runs off it, a downpour takes its time.', { garment: ['trench'] }),
  ],
  corduroy: [
    line('An eight-wale corduroy of {gsm} g/m², cut so that the pile runs up and the colour looks deeper.'),
    line('The corduroy is {gsm} g/m², all cotton, and quieter to walk in than you remember.'),
    line('Needlecord would have been easier; this is a proper {gsm} g/m² cord with a ridge you can count.'),
  ],
  'cotton-canvas': [
    line('Twelve-ounce canvas with a wax-free finish that softens before it fades.', {
      category: ['tops', 'accessories'],
    }),
    line('Unbleached canvas lining, heavy canvas outside, one row of stitching in the wrong colour on purpose.', {
      garment: ['tote', 'sneaker'],
    }),
    line('The canvas is {gsm} g/m² and stands by itself until it has been worn or filled a few times.'),
    line('Plain-woven canvas, {gsm} g/m², washed once so that it starts on your side.'),
    line('Stitched in {madeIn} of sailcloth-weight canvas, with bar tacks where it will be pulled.'),
  ],
  chambray: [
    line('The chambray is {gsm} g/m², dyed with indigo in the warp only, and pales towards the cuffs.'),
    line('Chambray looks like denim and wears like poplin; this one weighs {gsm} g/m².'),
    line('A light blue-and-white weave of {gsm} g/m² that needs no iron.', { pattern: 'denim' }),
  ],
  'selvedge-denim': [
    line('The denim is {gsm} g/m², woven on shuttle looms and closed at the edge with its own selvedge.'),
    line('Rope-dyed and unwashed at {gsm} g/m², it is a record of whoever wears it.'),
    line('Selvedge denim of {gsm} g/m² needs a fortnight of patience and then none.'),
  ],
  'stretch-denim': [
    line('A dry-faced denim of {gsm} g/m² that hides its stretch well.'),
    line('Right-hand twill, {gsm} g/m², rinsed once and then left alone.'),
    line('One per cent of elastane in a {gsm} g/m² denim: enough to kneel, not enough to bag.'),
    line('The denim is {gsm} g/m² and washed with ozone, which saves most of the water.'),
    line('Soft from the first day at {gsm} g/m², with a recovery that lasts past the third.'),
  ],
  merino: [
    line('A {gsm} g/m² merino from farms that never mules their sheep, and can prove it.'),
    line('Merino breathes in a meeting and insulates on the way home; this one does it at {gsm} g/m².'),
    line('Extra-fine merino, {gsm} g/m², that does not itch and does not need washing as often as you think.'),
    line('The merino is spun in one long twist, so pilling comes late and goes with a brush.'),
    line('Knitted in {madeIn} from merino of nineteen microns, which is thinner than the hair on your arm.'),
  ],
  lambswool: [
    line('Geelong lambswool of {gsm} g/m², as soft as the price allows and a little softer.'),
    line('The wool is carded, not combed, which is where the lightness comes from.'),
    line('The lambswool comes from a first shearing and is left a little oily, so rain beads on it.'),
    line('Lambswool of {gsm} g/m², washed in soft water until it blooms.'),
    line('Woollen-spun from {gsm} g/m² lambswool, in a yarn that mixes three dyed fleeces into one colour.'),
  ],
  cashmere: [
    line('Two-ply cashmere at {gsm} g/m², which is what keeps it from thinning at the elbow.'),
    line('The cashmere is long-fibred and tightly spun; it starts less fluffy and stays that way.'),
    line('Combed cashmere, spun and finished in {madeIn}, with almost no weight and a good deal of warmth.'),
  ],
  'cotton-knit': [
    line('Combed cotton, knitted at {gsm} g/m² with a dry, cool hand.'),
    line('The yarn is four strands of combed cotton, heavy enough to hang and light enough for June.'),
    line('A cotton knit of {gsm} g/m² you can put in the machine and stop thinking about.'),
  ],
  'tropical-wool': [
    line('A high-twist wool of {gsm} g/m² that lets the air through and shakes out its own creases.'),
    line('The wool is a tropical weight, {gsm} g/m², and has been worn in August without complaint.'),
    line('Open-weave wool, woven in Biella at {gsm} g/m², cool on the inside and sharp on the out.'),
  ],
  'wool-flannel': [
    line('The flannel is {gsm} g/m², milled on both sides, with a bloom like fruit.'),
    line('Wool flannel at {gsm} g/m² drapes as if it had been worn for years by someone careful.'),
    line('Made in {madeIn} of a carded flannel that holds a crease and forgives a chair.'),
  ],
  tweed: [
    line('The tweed is {gsm} g/m², woven in the grease and full of colours that only show at arm’s length.'),
    line('A tweed of {gsm} g/m² that will see off wind, thorns and most dogs.'),
    line('Handwoven tweed has small faults; this one has them in the right places.'),
  ],
  'wool-melton': [
    line('Melton of {gsm} g/m², felted so hard that the edge could be left raw.'),
    line('The wool is {gsm} g/m² with a fifth of polyamide, which keeps the elbows from going first.'),
    line('A dense melton that stops wind and takes rain for half an hour.'),
  ],
  'silk-satin': [
    line('Silk satin at {gsm} g/m², matt on one side, and we have put the shine on the outside.'),
    line('The satin is pure silk, {gsm} g/m², sand-washed until it stopped being precious about it.'),
    line('Cut in {madeIn} from {gsm} g/m² silk that moves before you do.'),
  ],
  'silk-crepe': [
    line('The crêpe is pure silk, {gsm} g/m², with a grain that hides a crease.'),
    line('Silk crêpe of {gsm} g/m² has weight in the hem and none on the shoulder.'),
    line('A dull-faced silk with a dry hand, woven for us at {gsm} g/m².'),
  ],
  'calf-leather': [
    line('The leather is cut from the shoulder and left at full thickness.', { garment: ['belt', 'tote'] }),
    line('Box calf, polished by hand three times before it is lasted.', { garment: ['boot', 'loafer'] }),
    line('Grained calf that hides a scratch and takes a cream.'),
    line('The hides are tanned in Tuscany with chestnut extract, which takes weeks and smells of it.'),
    line('Soft nappa calf outside, a cotton drill lining inside.', { garment: ['bomber', 'tote'] }),
    line('Smooth calf, pigmented so thinly that the pores stay visible.', { garment: ['sneaker', 'tote', 'boot'] }),
    line('The calf is vegetable-tanned, dyed through and left without a coating, so it marks and then it mends.'),
    line('Full-grain calf leather, tanned with bark for six weeks.'),
    line('Made in {madeIn} from calf hides that are a by-product and come with a number.'),
  ],
  suede: [
    line('Dry-brushed suede in a weight usually kept for gloves.'),
    line('The suede is dyed in the drum, so it stays the same colour where it wears.'),
    line('Snuff-soft suede, lined in calf so it does not shed on a sock.', { category: 'shoes' }),
    line('The suede is calf, napped short, and wants a brush now and then and a dry day to begin with.'),
    line('Calf suede with a close nap that shows the way a hand went over it.'),
    line('Reversed calf, soft at once, and treated against the first shower.'),
  ],
  'ripstop-nylon': [
    line('The shell is a recycled ripstop of {gsm} g/m², proof against wind and a fair amount of rain.'),
    line('At {gsm} g/m² the ripstop weighs next to nothing and still does not tear.'),
    line('Recycled polyamide, woven with a grid you can see in low light and a finish free of PFAS.'),
  ],
  'bonded-shell': [
    line('Three layers bonded into one of {gsm} g/m²: a matt face, a membrane, a soft back.'),
    line('The shell is recycled polyester with taped seams, waterproof to fifteen metres of column.'),
    line('A bonded {gsm} g/m² cloth that makes no noise, which is rarer than it should be.'),
  ],
  'waxed-cotton': [
    line('The cotton is {gsm} g/m² and carries a dry wax that creases pale and brushes back.'),
    line('Waxed cotton of {gsm} g/m²: it keeps out rain, smells faintly of candles, and can be waxed again at home.'),
    line('Sewn in {madeIn} from a waxed {gsm} g/m² cotton that records every fold.'),
  ],
}
