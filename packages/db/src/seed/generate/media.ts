import { COLOURS, type ColourId, type GarmentAttributes, type GarmentId } from '@selvedge/core'
import type { Brand } from './brands/brand'
import { pictureKeyOf } from './picture-key'
import { hashText } from './random'
import { secondColour } from './second-colour'

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
  brand: Brand
  title: string
  garment: GarmentId
  attributes: GarmentAttributes
  colours: readonly ColourId[]
}

/** Three pictures a colour, each with a text that says what is to be seen. */
export function mediaOf({ brand, title, garment, attributes, colours }: Pictured): GeneratedMedia[] {
  // A few ways for folds to fall: enough that neighbours differ, few enough that drawings are met again.
  const folds = 1 + (hashText(title) % 12)
  const pattern = attributes.pattern === 'plain' || attributes.pattern === 'denim' ? '' : `, ${attributes.pattern}`
  return colours.flatMap((colour, c) =>
    VIEWS.map((view, v) => ({
      colour,
      view,
      position: c * VIEWS.length + v,
      pictureKey: pictureKeyOf({
        garment,
        attributes,
        colour,
        second: secondColour(attributes.pattern, colour, brand.palette),
        view,
        folds,
      }),
      alt: `${brand.name} ${title} in ${COLOURS[colour].name.toLowerCase()}${pattern}, ${SEEN[view]}`,
    })),
  )
}

const SEEN: Readonly<Record<View, string>> = {
  front: 'seen from the front',
  back: 'seen from the back',
  detail: 'close-up of the cloth',
}
