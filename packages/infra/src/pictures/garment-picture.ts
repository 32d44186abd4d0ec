import { FABRICS, GARMENT_IDS, type GarmentId, PATTERNS } from '@selvedge/core'

export const garmentTypes: readonly GarmentId[] = GARMENT_IDS
export const picturePatterns = PATTERNS
/** The cloths of the catalogue, and four surfaces finer than its families. */
export const pictureFabrics = [...FABRICS, 'corduroy', 'suede', 'jersey', 'canvas'] as const
export const pictureViews = ['front', 'back', 'detail'] as const
export const necklines = ['crew', 'v', 'scoop', 'boat', 'roll'] as const
export const collars = ['point', 'band', 'camp'] as const
export const sleeves = ['none', 'short', 'elbow', 'long'] as const
export const lengths = ['crop', 'regular', 'long'] as const
export const closures = ['none', 'buttons', 'zip', 'double'] as const
export const pockets = ['none', 'chest', 'patch', 'flap', 'cargo'] as const

export type GarmentType = GarmentId
export type PicturePattern = (typeof picturePatterns)[number]
export type PictureFabric = (typeof pictureFabrics)[number]
export type PictureView = (typeof pictureViews)[number]
export type Neckline = (typeof necklines)[number]
export type Collar = (typeof collars)[number]
export type Sleeve = (typeof sleeves)[number]
export type Length = (typeof lengths)[number]
export type Closure = (typeof closures)[number]
export type Pocket = (typeof pockets)[number]

/**
 * All that a product picture depends on. Colours are `#rrggbb`, lower case; `seed` is 0 to 9999 and moves folds and
 * drape only. A detail left out takes the garment's usual form, and one the garment does not have is ignored.
 */
export interface GarmentPicture {
  readonly garment: GarmentType
  readonly colourHex: string
  readonly secondHex?: string
  readonly pattern: PicturePattern
  readonly fabric: PictureFabric
  readonly view: PictureView
  readonly seed: number
  readonly neckline?: Neckline
  readonly collar?: Collar
  readonly sleeve?: Sleeve
  readonly length?: Length
  readonly closure?: Closure
  readonly pocket?: Pocket
}
