import { colourName } from './colour-name'

/** Colour and size of a piece as people say them. */
export const optionWords = ({ colour, size }: { readonly colour: string; readonly size: string }): string =>
  `${colourName(colour)}, ${size}`
