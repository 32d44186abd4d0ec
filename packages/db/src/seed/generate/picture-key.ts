import { COLOURS, type ColourId, type GarmentAttributes, type GarmentId, type MaterialId } from '@selvedge/core'
import { pictureDetails } from './picture-details'

export type Picture = {
  readonly garment: GarmentId
  readonly attributes: GarmentAttributes
  readonly colour: ColourId
  /** The other colour of a stripe, check, print or dot. */
  readonly second: ColourId | undefined
  readonly view: string
  /** 0 to 9999: which way the folds fall. */
  readonly folds: number
}

// Cloths that are drawn finer than their family.
const DRAWN_AS: Readonly<Partial<Record<MaterialId, string>>> = {
  corduroy: 'corduroy',
  suede: 'suede',
  'cotton-jersey': 'jersey',
  'loopback-cotton': 'jersey',
  'cotton-pique': 'jersey',
  'cotton-canvas': 'canvas',
}

const NONE = 'x'

/**
 * Names the drawing of a product in one colour and view, in the spelling that the picture renderer reads:
 * `garment_fabric_pattern_colour_view_second_folds_neckline_collar_sleeve_length_closure_pocket`.
 */
export function pictureKeyOf({ garment, attributes, colour, second, view, folds }: Picture): string {
  const { material, fabric, pattern } = attributes
  const { neckline, collar, sleeve, length, closure, pocket } = pictureDetails(garment, attributes)
  const details = [neckline, collar, sleeve, length, closure, pocket].map((detail) => detail ?? NONE)
  return [
    garment,
    DRAWN_AS[material] ?? fabric,
    pattern,
    COLOURS[colour].hex.slice(1),
    view,
    second ? COLOURS[second].hex.slice(1) : NONE,
    folds,
    ...details,
  ].join('_')
}
