import type { GarmentAttributes, GarmentId } from '@selvedge/core'

type Detail = 'neckline' | 'collar' | 'sleeve' | 'length' | 'closure' | 'pocket'
export type PictureDetails = Readonly<Partial<Record<Detail, string>>>

const NECKLINES: Readonly<Record<string, string>> = {
  crew: 'crew',
  round: 'crew',
  henley: 'crew',
  mock: 'crew',
  'v-neck': 'v',
  shawl: 'v',
  scoop: 'scoop',
  cowl: 'scoop',
  square: 'boat',
  high: 'boat',
  'roll-neck': 'roll',
  'half-zip': 'roll',
}
const COLLARS: Readonly<Record<string, string>> = {
  point: 'point',
  'button-down': 'point',
  spread: 'point',
  shirt: 'point',
  band: 'band',
  stand: 'band',
  camp: 'camp',
}
const SLEEVES: Readonly<Record<string, string>> = {
  long: 'long',
  balloon: 'long',
  short: 'short',
  puff: 'short',
  'three-quarter': 'elbow',
}
const LENGTHS: Readonly<Record<string, string>> = {
  cropped: 'crop',
  mini: 'crop',
  'mid-thigh': 'crop',
  midi: 'regular',
  full: 'regular',
  hip: 'regular',
  knee: 'regular',
  'above-knee': 'regular',
  maxi: 'long',
  calf: 'long',
}
const CLOSURES: Readonly<Record<string, string>> = {
  buttons: 'buttons',
  snaps: 'buttons',
  'button-front': 'buttons',
  'single-breasted': 'buttons',
  'one-button': 'buttons',
  'two-button': 'buttons',
  'double-breasted': 'double',
  zip: 'zip',
  'pull-on': 'none',
  belted: 'none',
}
const POCKETS: Readonly<Record<string, string>> = {
  none: 'none',
  jetted: 'none',
  one: 'chest',
  two: 'chest',
  four: 'cargo',
  patch: 'patch',
  flap: 'flap',
}

/** What of a product's attributes a drawing can show, in the drawing's words; what it cannot show is left out. */
export function pictureDetails(garment: GarmentId, attributes: GarmentAttributes): PictureDetails {
  const said: Readonly<Record<string, unknown>> = attributes
  const shown = (table: Readonly<Record<string, string>>, ...keys: string[]): string | undefined => {
    const value = keys.map((key) => said[key]).find((fact) => fact !== undefined)
    return typeof value === 'string' ? table[value] : undefined
  }
  return {
    ...some('neckline', shown(NECKLINES, 'neckline')),
    ...some('collar', said.neckline === 'open' ? 'camp' : shown(COLLARS, 'collar')),
    ...some('sleeve', shown(SLEEVES, 'sleeve')),
    ...some('length', lengthOf(garment, said.length)),
    ...some('closure', said.neckline === 'half-zip' ? 'zip' : shown(CLOSURES, 'closure')),
    ...some('pocket', shown(POCKETS, 'pocket', 'pockets')),
  }
}

// "Thigh" is long for a puffer and short for a coat; "knee" is long for shorts.
function lengthOf(garment: GarmentId, length: unknown): string | undefined {
  if (typeof length !== 'string') return undefined
  if (length === 'thigh') return garment === 'puffer' ? 'long' : 'crop'
  if (length === 'knee' && garment === 'shorts') return 'long'
  return LENGTHS[length]
}

function some(key: Detail, value: string | undefined): PictureDetails {
  return value === undefined ? {} : { [key]: value }
}
