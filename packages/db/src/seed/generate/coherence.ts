import type { GarmentId } from '@selvedge/core'
import type { Random } from './random'

type Drawn = Record<string, unknown>
type Rule = (drawn: Drawn, random: Random) => Drawn

// Fields are drawn one by one; a pattern cutter would not combine all of them.
const shirtLike: Rule = (drawn) => {
  if (drawn.material === 'brushed-cotton')
    return { sleeve: 'long', collar: drawn.collar === 'camp' ? 'point' : drawn.collar }
  if (drawn.collar === 'camp') return { sleeve: 'short', fit: drawn.fit === 'slim' ? 'relaxed' : drawn.fit }
  if (drawn.collar === 'spread' || drawn.collar === 'button-down') return { sleeve: 'long' }
  return {}
}

const knitted: Rule = (drawn, random) => {
  if (drawn.material === 'lambswool') return { gauge: random.pick(['mid', 'chunky']) }
  return drawn.gauge === 'chunky' ? { gauge: random.pick(['fine', 'mid']) } : {}
}

const waisted: Rule = (drawn) => (drawn.closure === 'drawstring' ? { front: 'flat' } : {})

const tailored: Rule = (drawn, random) =>
  drawn.material === 'linen' ? { lining: random.pick(['unlined', 'half']) } : {}

const RULES: Readonly<Partial<Record<GarmentId, Rule>>> = {
  shirt: shirtLike,
  'dress-shirt': shirtLike,
  'knit-jumper': knitted,
  cardigan: knitted,
  beanie: knitted,
  blazer: tailored,
  coat: (drawn) => (drawn.lining === 'unlined' && drawn.material === 'tweed' ? { lining: 'half' } : {}),
  'wide-trousers': waisted,
  'tailored-trousers': (drawn) => (drawn.leg === 'slim' ? { front: 'flat' } : {}),
  chinos: (drawn) => (drawn.leg === 'slim' ? { front: 'flat' } : {}),
  shorts: (drawn) => (drawn.material === 'ripstop-nylon' ? { closure: 'drawstring', length: 'mid-thigh' } : {}),
  blouse: (drawn) => (drawn.neckline === 'high' ? { closure: 'back-button' } : {}),
  'skirt-midi': (drawn) => {
    if (drawn.material === 'silk-satin') return { shape: 'bias', lining: 'unlined', closure: 'side-zip' }
    if (drawn.material === 'stretch-denim') return { shape: 'a-line', closure: 'button-front', lining: 'unlined' }
    return drawn.shape === 'bias' ? { shape: 'a-line' } : {}
  },
  'skirt-mini': (drawn) => {
    if (drawn.material === 'stretch-denim')
      return { lining: 'unlined', shape: drawn.shape === 'pleated' ? 'a-line' : drawn.shape }
    return drawn.material === 'suede' ? { shape: 'straight', lining: 'full' } : {}
  },
  bomber: (drawn) => (drawn.material === 'ripstop-nylon' ? {} : { lining: 'full' }),
  gilet: (drawn) =>
    drawn.material === 'ripstop-nylon'
      ? { filling: drawn.filling === 'none' ? 'synthetic' : drawn.filling }
      : { filling: 'none' },
  sneaker: (drawn) => {
    if (drawn.material === 'cotton-canvas') return { construction: 'vulcanised' }
    return drawn.closure === 'slip-on' || drawn.construction === 'runner' ? { shaft: 'low' } : {}
  },
  boot: (drawn, random) => {
    if (drawn.shaft === 'tall') return { closure: 'zip', heelMm: random.pick([35, 45, 55]) }
    if (drawn.closure === 'elastic') return { shaft: 'ankle' }
    return {}
  },
  scarf: (drawn, random) => {
    if (drawn.material !== 'silk-satin') return { edge: drawn.edge === 'rolled' ? 'fringed' : drawn.edge }
    return random.chance(0.6)
      ? { lengthCm: 90, widthCm: 90, edge: 'rolled' }
      : { lengthCm: 180, widthCm: 45, edge: 'rolled' }
  },
  tote: (drawn) =>
    drawn.volumeL === undefined ? {} : { closure: drawn.material === 'waxed-cotton' ? 'zip' : drawn.closure },
}

/** Mends combinations that no pattern cutter would choose. */
export function coherent(garment: GarmentId, drawn: Drawn, random: Random): Drawn {
  const rule = RULES[garment]
  return rule ? { ...drawn, ...rule(drawn, random) } : drawn
}
