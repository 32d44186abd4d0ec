import { COLOURS, type ColourId, type GarmentAttributes, type GarmentId } from '@selvedge/core'
import { pictureKeyOf } from './picture-key'

export const VIEWS = ['front', 'back', 'detail'] as const
export type View = (typeof VIEWS)[number]

export type GeneratedMedia = {
  readonly colour: ColourId
  readonly view: View
  readonly position: number
  readonly pictureKey: string
  readonly alt: string
}

type Pictured = {
  brandName: string
  title: string
  garment: GarmentId
  attributes: GarmentAttributes
  colours: readonly ColourId[]
}

/** Three pictures a colour, each with a text that says what is to be seen. */
export function mediaOf({ brandName, title, garment, attributes, colours }: Pictured): GeneratedMedia[] {
  const pattern = attributes.pattern === 'plain' || attributes.pattern === 'denim' ? '' : `, ${attributes.pattern}`
  return colours.flatMap((colour, c) =>
    VIEWS.map((view, v) => ({
      colour,
      view,
      position: c * VIEWS.length + v,
      pictureKey: pictureKeyOf({ garment, attributes, colour, view }),
      alt: `${brandName} ${title} in ${COLOURS[colour].name.toLowerCase()}${pattern}, ${SEEN[view]}`,
    })),
  )
}

const SEEN: Readonly<Record<View, string>> = {
  front: 'seen from the front',
  back: 'seen from the back',
  detail: 'close-up of the cloth',
}
