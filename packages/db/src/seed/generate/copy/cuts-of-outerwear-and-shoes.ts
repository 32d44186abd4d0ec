import type { GarmentId } from '@selvedge/core'
import { type Line, line } from './line'

type Outer =
  | 'coat'
  | 'trench'
  | 'blazer'
  | 'bomber'
  | 'puffer'
  | 'gilet'
  | 'sneaker'
  | 'boot'
  | 'loafer'
  | 'beanie'
  | 'scarf'
  | 'belt'
  | 'tote'

export const CUTS_OF_OUTERWEAR_AND_SHOES: Readonly<Record<Outer & GarmentId, readonly Line[]>> = {
  coat: [
    line('Double-breasted, with a wide lap that closes a cold day out.', { closure: 'double-breasted' }),
    line('A single row of three buttons, set low, so the collar opens the way a jacket’s does.', {
      closure: 'single-breasted',
    }),
    line('There are no buttons; a belt in the same cloth holds it, or trails.', { closure: 'belted' }),
    line('The stand collar buttons to the chin and disappears when it does not.', { collar: 'stand' }),
    line('A shawl collar in one piece runs from the nape to the first button.', { collar: 'shawl' }),
    line('It reaches the calf, with a vent to match.', { length: 'calf' }),
    line('Cut to mid-thigh: a coat for stairs, cars and bicycles.', { length: 'thigh' }),
    line('Raglan at the back and set-in at the front, it takes a blazer underneath without complaint.'),
    line('Left unlined, with every inner seam bound in cotton tape.', { lining: 'unlined' }),
  ],
  trench: [
    line(
      'All the parts of a trench are here: storm flap, gun patch, D-ring, epaulettes; none is larger than it has to be.',
      {
        closure: 'double-breasted',
      },
    ),
    line('A single-breasted trench with the military detail removed and the collar kept.', {
      closure: 'single-breasted',
    }),
    line('The belt is long enough to knot and will be.'),
    line('Long, to the calf, with a deep vent that buttons shut for the bicycle.', { length: 'calf' }),
    line('Cut short of the knee, which suits it to a city.', { length: 'thigh' }),
    line('The underside of the collar is quilted in close rows, so it stands against rain and stays there.'),
  ],
  blazer: [
    line('A soft shoulder, a high armhole and a lapel that rolls to the second button.', { closure: 'two-button' }),
    line('Double-breasted, six buttons, two of which do anything.', { closure: 'double-breasted' }),
    line('One button, placed at the waist, and everything else follows from it.', { closure: 'one-button' }),
    line('Patch pockets and hardly any canvas: as near to a cardigan as tailoring goes.', { pockets: 'patch' }),
    line('Unlined, with the inner seams bound, so it breathes and packs.', { lining: 'unlined' }),
    line('The peak lapel is broad and does not apologise.', { lapel: 'peak' }),
    line('The shawl lapel takes it as far as a dinner table.', { lapel: 'shawl' }),
    line('Cuffs have working buttons, and the last two can be left undone by those who like people to know.'),
  ],
  bomber: [
    line('A bomber pared down to its ribs, with the pockets let into the seam.', { collar: 'rib' }),
    line('A shirt collar takes the flight deck out of it.', { collar: 'shirt' }),
    line('The stand collar zips to the top and holds its line.', { collar: 'stand' }),
    line('It ends at the hip and blouses a little over the rib.'),
    line('Lined to the cuff, with two inner pockets and a loop that will hold it on a hook.', { lining: 'full' }),
    line('There is no lining; the seams are taped and the jacket folds to the size of a book.', { lining: 'unlined' }),
  ],
  puffer: [
    line('Baffles are box-walled rather than stitched through, so there are no cold lines.', {
      filling: 'recycled-down',
    }),
    line('The synthetic filling keeps working when it is wet, and comes from bottles.', { filling: 'synthetic' }),
    line('The hood is part of the collar and fits over a hat.', { hood: 'fixed' }),
    line('The hood comes off with five press studs and is warm enough to miss.', { hood: 'detachable' }),
    line('Without a hood, with a high collar lined in fleece, it goes over a suit without looking like a mistake.', {
      hood: 'none',
    }),
    line('Cropped to the waist and wide in the sleeve.', { length: 'cropped' }),
    line('It covers the thigh, and zips from both ends for sitting down.', { length: 'thigh' }),
    line('Handwarmer pockets are lined in brushed jersey and close with a zip you can find in gloves.'),
  ],
  gilet: [
    line('A sleeveless layer that goes over a jumper or under a coat and is forgotten in both places.'),
    line('The stand collar is lined in soft rib, where it meets the chin.', { collar: 'stand' }),
    line('Collarless, so a shirt or a roll neck can do that part.', { collar: 'collarless' }),
    line('Press studs down the front can be closed one-handed.', { closure: 'snaps' }),
    line('Quilted in narrow horizontal rows, with down that was in somebody’s duvet before.', {
      filling: 'recycled-down',
    }),
    line('No filling, only the cloth and a checked cotton lining.', { filling: 'none' }),
  ],
  sneaker: [
    line('A low court shoe on a stitched cupsole, without a single unnecessary perforation.', {
      construction: 'cupsole',
      shaft: 'low',
    }),
    line('A runner from the years when runners were drawn with a ruler.', { construction: 'runner' }),
    line('Vulcanised the slow way: sole and upper are baked together at a hundred degrees.', {
      construction: 'vulcanised',
    }),
    line('The high shaft is padded at the ankle and soft where it bends.', { shaft: 'high' }),
    line('No laces: an elastic gusset hides under the tongue.', { closure: 'slip-on' }),
    line('The insole is cork and comes out, so the pair can be aired or fitted with your own.'),
  ],
  boot: [
    line('A Chelsea boot with a long, low toe and elastic that will not go slack.', { closure: 'elastic' }),
    line('Seven eyelets, two hooks, and laces waxed to stay tied.', { closure: 'laces' }),
    line('A zip at the inner ankle makes it quick; nobody can see it.', { closure: 'zip' }),
    line('The lug sole is for weather, not for show.', { sole: 'lug' }),
    line('A leather sole with a rubber toe piece, stitched in a welt and good for three resolings.', {
      sole: 'leather',
    }),
    line('The shaft comes to just under the knee and stands by itself.', { shaft: 'tall' }),
    line('A {heelMm} mm heel of stacked leather gives it some height and no drama.'),
  ],
  loafer: [
    line('A penny loafer on a rounded last, the apron sewn by hand.', { style: 'penny' }),
    line('Tassels, yes, but small ones.', { style: 'tassel' }),
    line('No strap, no coin, no bit: the line of the apron is the ornament.', { style: 'plain' }),
    line('A slim metal snaffle crosses the vamp and makes no sound.', { style: 'snaffle' }),
    line('Unlined at the sides, so it gives after an evening rather than after a month.'),
    line('The heel is {heelMm} mm and the sole flexes with the foot.', { sole: ['rubber', 'leather'] }),
    line('A chunky lug sole drags a polite shoe out into the street.', { sole: 'lug' }),
  ],
  beanie: [
    line('A watch cap with one deep fold, tight enough to stay and loose enough to forget.', { cuff: 'folded' }),
    line('No cuff, just a clean edge that sits above the ear.', { cuff: 'plain' }),
    line('Shaped in four wedges at the crown, so it does not end in a point.'),
    line('Thick and springy, knitted on a gauge meant for jumpers.', { gauge: 'chunky' }),
    line('Fine enough to go under a helmet or into a pocket.', { gauge: 'fine' }),
  ],
  scarf: [
    line('At {lengthCm} by {widthCm} centimetres it goes twice around and still ties.', {
      edge: ['fringed', 'hemmed'],
    }),
    line('The fringe is twisted by hand, two strands over two.', { edge: 'fringed' }),
    line('Edges are rolled and sewn by hand; it takes three quarters of an hour a scarf.', { edge: 'rolled' }),
    line('Measures {lengthCm} by {widthCm} centimetres: a scarf, a shawl on trains, a blanket in cinemas.', {
      material: ['lambswool', 'merino', 'cashmere'],
    }),
    line(
      'Wide enough for the shoulders of a dress, light enough for a pocket at {lengthCm} by {widthCm} centimetres.',
      {
        material: 'silk-satin',
      },
    ),
  ],
  belt: [
    line('A {widthMm} mm strap cut in one piece from the back of the hide, where it stretches least.'),
    line('The buckle is solid brass and will turn the colour of old coins.', { buckle: 'brass' }),
    line('The buckle is brushed nickel, small and square.', { buckle: 'nickel' }),
    line('The buckle is covered in the same hide, for a belt that wants to be overlooked.', { buckle: 'covered' }),
    line('Edges are burnished with wax and bone, not painted, so they cannot peel.'),
  ],
  tote: [
    line('It holds {volumeL} litres: a laptop, a jumper, a loaf of bread and the thing you forgot.'),
    line('Straps are long enough for a coat sleeve and riveted where they pull.', { straps: 'shoulder' }),
    line('Short top handles, stitched through four layers, carry the weight close to the hand.', {
      straps: 'top-handle',
    }),
    line('The zip runs past the end of the bag, so the mouth opens all the way.', { closure: 'zip' }),
    line('Open at the top, with one inner pocket that does close.', { closure: 'open' }),
    line('The base is doubled and stands up by itself, even at {volumeL} litres.'),
  ],
}
