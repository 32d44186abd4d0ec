import { COLOURS, type ColourId, type GarmentAttributes, type GarmentId } from '@selvedge/core'

type Picture = { garment: GarmentId; attributes: GarmentAttributes; colour: ColourId; view: string }

/** Names the drawing of a garment in a cloth, a colour and a view; equal drawings have equal keys. */
export function pictureKeyOf({ garment, attributes, colour, view }: Picture): string {
  const { fabric, pattern } = attributes
  return [garment, fabric, pattern, COLOURS[colour].hex.slice(1), view].join('_')
}
