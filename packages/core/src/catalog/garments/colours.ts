/** Facet values of the colour filter; a colour belongs to one family. */
export const COLOUR_FAMILIES = [
  'black',
  'grey',
  'white',
  'beige',
  'brown',
  'navy',
  'blue',
  'green',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
] as const
export type ColourFamily = (typeof COLOUR_FAMILIES)[number]

/** The swatch that stands for a whole family in the filter. */
export const FAMILY_HEX: Readonly<Record<ColourFamily, string>> = {
  black: '#1c1b1a',
  grey: '#8d8c89',
  white: '#f6f3ec',
  beige: '#d3c2a4',
  brown: '#6f4b33',
  navy: '#202c45',
  blue: '#5f82ab',
  green: '#5c6b4d',
  yellow: '#d9b24c',
  orange: '#c4703d',
  red: '#9a2f2c',
  pink: '#d9a5a3',
  purple: '#6d4a63',
}

type ColourFacts = { readonly name: string; readonly hex: string; readonly family: ColourFamily }

export const COLOURS = {
  ink: colour('Ink', '#1b1c22', 'black'),
  soot: colour('Soot', '#2b2a29', 'black'),
  charcoal: colour('Charcoal', '#45464a', 'grey'),
  slate: colour('Slate', '#6b7279', 'grey'),
  pewter: colour('Pewter', '#8f908d', 'grey'),
  'grey-marl': colour('Grey marl', '#b4b3af', 'grey'),
  fog: colour('Fog', '#d0d1cd', 'grey'),
  chalk: colour('Chalk', '#f7f5ef', 'white'),
  milk: colour('Milk', '#f4eee0', 'white'),
  ecru: colour('Ecru', '#e9dfc8', 'beige'),
  oat: colour('Oat', '#dbccb0', 'beige'),
  sand: colour('Sand', '#cbb48f', 'beige'),
  camel: colour('Camel', '#b98d58', 'beige'),
  stone: colour('Stone', '#b9ae9b', 'beige'),
  tobacco: colour('Tobacco', '#8a5b34', 'brown'),
  chestnut: colour('Chestnut', '#6e3f28', 'brown'),
  walnut: colour('Walnut', '#523a2b', 'brown'),
  espresso: colour('Espresso', '#3a2a24', 'brown'),
  midnight: colour('Midnight', '#1a2233', 'navy'),
  navy: colour('Navy', '#232f4b', 'navy'),
  indigo: colour('Indigo', '#33456b', 'navy'),
  'rinsed-blue': colour('Rinsed blue', '#44597a', 'blue'),
  'washed-blue': colour('Washed blue', '#7d97b5', 'blue'),
  cornflower: colour('Cornflower', '#6a8ccb', 'blue'),
  sky: colour('Sky', '#b5cbe0', 'blue'),
  petrol: colour('Petrol', '#1f4f5b', 'blue'),
  bottle: colour('Bottle green', '#22402f', 'green'),
  pine: colour('Pine', '#35513f', 'green'),
  moss: colour('Moss', '#68704a', 'green'),
  olive: colour('Olive', '#575433', 'green'),
  sage: colour('Sage', '#a3ae93', 'green'),
  pistachio: colour('Pistachio', '#c8cf9f', 'green'),
  butter: colour('Butter', '#f0dd9c', 'yellow'),
  ochre: colour('Ochre', '#c2923a', 'yellow'),
  saffron: colour('Saffron', '#dfa032', 'yellow'),
  rust: colour('Rust', '#a4512d', 'orange'),
  terracotta: colour('Terracotta', '#c06f4f', 'orange'),
  apricot: colour('Apricot', '#e7b186', 'orange'),
  brick: colour('Brick', '#93412f', 'red'),
  poppy: colour('Poppy', '#c0352c', 'red'),
  oxblood: colour('Oxblood', '#5c2328', 'red'),
  blush: colour('Blush', '#e6c4ba', 'pink'),
  'dusty-rose': colour('Dusty rose', '#c58e89', 'pink'),
  raspberry: colour('Raspberry', '#a13657', 'pink'),
  plum: colour('Plum', '#563048', 'purple'),
  lilac: colour('Lilac', '#bfaecb', 'purple'),
} as const satisfies Record<string, ColourFacts>

export type ColourId = keyof typeof COLOURS
export type Colour = ColourFacts & { readonly id: ColourId }

/** Every colour id, dark to light within its family. */
export const COLOUR_IDS = Object.keys(COLOURS) as [ColourId, ...ColourId[]] // the keys of our own literal

function colour(name: string, hex: `#${string}`, family: ColourFamily): ColourFacts {
  return { name, hex, family }
}
