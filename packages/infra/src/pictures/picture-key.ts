import {
  closures,
  collars,
  type GarmentPicture,
  garmentTypes,
  lengths,
  necklines,
  pictureFabrics,
  picturePatterns,
  pictureViews,
  pockets,
  sleeves,
} from './garment-picture'

const NONE = 'x'
const HEX = /^[0-9a-f]{6}$/

/**
 * The picture's specification as one URL-safe word of letters, digits, `-` and `_`, at most 130 characters:
 * `garment_fabric_pattern_colour_view`, and only when something beyond these is said, also
 * `_second_seed_neckline_collar_sleeve_length_closure_pocket`, with `x` for each part left out.
 */
export const pictureKey = (spec: GarmentPicture): string => {
  const { garment, fabric, pattern, view, seed, neckline, collar, sleeve, length, closure, pocket } = spec
  const head = [garment, fabric, pattern, spec.colourHex.slice(1).toLowerCase(), view]
  const second = spec.secondHex?.slice(1).toLowerCase()
  const details = [second, neckline, collar, sleeve, length, closure, pocket]
  if (seed === usualSeed(spec) && details.every((detail) => detail === undefined)) return head.join('_')
  const [first = NONE, ...rest] = details.map((detail) => detail ?? NONE)
  return [...head, first, seed, ...rest].join('_')
}

type Cloth = Pick<GarmentPicture, 'garment' | 'fabric' | 'pattern' | 'colourHex'>

/** The seed a picture has when its key names none: the same for all views, another for the next colour. FNV-1a. */
export const usualSeed = ({ garment, fabric, pattern, colourHex }: Cloth): number => {
  let hash = 0x811c9dc5
  for (const letter of `${garment}_${fabric}_${pattern}_${colourHex.toLowerCase()}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % 10_000
}

/** The specification a key stands for, or null for anything but the one spelling `pictureKey` gives it. */
export const parsePictureKey = (key: string): GarmentPicture | null => {
  if (key.length > 130) return null
  const [garmentId, fabricId, patternId, hex = '', viewId, second = NONE, seedText, ...details] = key.split('_')
  const garment = oneOf(garmentTypes, garmentId)
  const fabric = oneOf(pictureFabrics, fabricId)
  const pattern = oneOf(picturePatterns, patternId)
  const view = oneOf(pictureViews, viewId)
  if (!garment || !fabric || !pattern || !view || !HEX.test(hex)) return null
  if (seedText !== undefined && !/^\d{1,4}$/.test(seedText)) return null
  if (second !== NONE && !HEX.test(second)) return null
  const [neckline, collar, sleeve, length, closure, pocket] = details
  const spec: GarmentPicture = {
    garment,
    colourHex: `#${hex}`,
    ...optional('secondHex', second === NONE ? undefined : `#${second}`),
    pattern,
    fabric,
    view,
    seed: seedText === undefined ? usualSeed({ garment, fabric, pattern, colourHex: `#${hex}` }) : Number(seedText),
    ...optional('neckline', oneOf(necklines, neckline)),
    ...optional('collar', oneOf(collars, collar)),
    ...optional('sleeve', oneOf(sleeves, sleeve)),
    ...optional('length', oneOf(lengths, length)),
    ...optional('closure', oneOf(closures, closure)),
    ...optional('pocket', oneOf(pockets, pocket)),
  }
  // Writing it again refuses every second spelling (007, an unknown detail, a missing or extra field) in one stroke.
  return pictureKey(spec) === key ? spec : null
}

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined): T | undefined =>
  allowed.find((candidate) => candidate === value)

const optional = <K extends string, T>(name: K, value: T | undefined): { [P in K]?: T } =>
  // The computed name is exactly K; TypeScript widens computed keys to string.
  value === undefined ? {} : ({ [name]: value } as { [P in K]?: T })
