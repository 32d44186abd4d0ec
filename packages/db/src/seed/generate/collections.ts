import type { Pattern } from '@selvedge/core'
import type { ProductSketch } from './sketch'

/** An editorial collection: a rule picks its products, best sellers first; `limit` keeps it a choice. */
export type SeedCollection = {
  readonly slug: string
  readonly title: string
  readonly standfirst: string
  readonly limit: number
  readonly takes: (product: ProductSketch) => boolean
}

const WOVEN: ReadonlySet<Pattern> = new Set(['check', 'herringbone'])

export const COLLECTIONS: readonly SeedCollection[] = [
  {
    slug: 'the-first-cold-morning',
    title: 'The first cold morning',
    standfirst: 'Melton, lambswool and the good scarf. What to reach for on the day the windows mist from the inside.',
    limit: 36,
    takes: ({ seasons, category, fabric }) =>
      seasons.includes('winter') && (category === 'knitwear' || category === 'outerwear') && fabric !== 'technical',
  },
  {
    slug: 'linen-all-year',
    title: 'Linen, all year',
    standfirst:
      'The argument for flax in November: it layers, it dries by the radiator, it has never once looked ironed.',
    limit: 32,
    takes: ({ fabric }) => fabric === 'linen',
  },
  {
    slug: 'indigo-room',
    title: 'The indigo room',
    standfirst:
      'Denim from shuttle looms and from ozone machines, and the people who will argue about it until closing.',
    limit: 32,
    takes: ({ fabric }) => fabric === 'denim',
  },
  {
    slug: 'soft-tailoring',
    title: 'Soft tailoring',
    standfirst: 'Jackets without armour and trousers with a crease. For rooms where a hoodie would be noticed.',
    limit: 32,
    takes: ({ garment }) => garment === 'blazer' || garment === 'tailored-trousers' || garment === 'wide-trousers',
  },
  {
    slug: 'after-eight',
    title: 'After eight',
    standfirst: 'Silk, a low light, a coat over the chair. Clothes for the part of the day that is nobody’s business.',
    limit: 28,
    takes: ({ occasions, fabric, department }) =>
      occasions.includes('evening') && (fabric === 'silk' || fabric === 'wool') && department !== 'men',
  },
  {
    slug: 'weather-permitting',
    title: 'Weather permitting',
    standfirst: 'Waxed, bonded, quilted. Tested on a balcony in Reykjavík and a bus stop in South Shields.',
    limit: 32,
    takes: ({ fabric, category }) => fabric === 'technical' && category === 'outerwear',
  },
  {
    slug: 'checks-and-bones',
    title: 'Checks and bones',
    standfirst:
      'Patterns made by the loom and not by the printer: tartans that meet at the seam, herringbones that hide.',
    limit: 30,
    takes: ({ pattern }) => WOVEN.has(pattern),
  },
  {
    slug: 'made-to-order-in-porto',
    title: 'Made to order in Porto',
    standfirst:
      'Cut when you click, sewn beside the Douro, posted from there within the week. Worth the wait, says the dog.',
    limit: 32,
    takes: ({ dropShip }) => dropShip,
  },
  {
    slug: 'the-quiet-uniform',
    title: 'The quiet uniform',
    standfirst: 'Ink, chalk, grey. Ten pieces that get along so well that you can dress in the dark.',
    limit: 28,
    takes: ({ families, category, pattern }) =>
      pattern === 'plain' &&
      category !== 'accessories' &&
      families.some((f) => f === 'black' || f === 'grey' || f === 'white'),
  },
]
