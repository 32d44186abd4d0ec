import { COLOURS, type ColourId, type Pattern } from '@selvedge/core'

const TWO_TONE: ReadonlySet<Pattern> = new Set(['stripe', 'check', 'floral', 'dot'])
const FALLBACK: readonly ColourId[] = ['ecru', 'midnight', 'chalk', 'ink']

/** The colour that stripes, crosses or dots another: from the house's palette, far enough in lightness to be seen. */
export function secondColour(pattern: Pattern, colour: ColourId, palette: readonly ColourId[]): ColourId | undefined {
  if (!TWO_TONE.has(pattern)) return undefined
  const wanted = pattern === 'check' ? 0.16 : 0.3
  return [...palette, ...FALLBACK].find((other) => Math.abs(lightness(other) - lightness(colour)) > wanted)
}

/** Perceived lightness of a colour, 0 to 1 (luma of ITU-R BT.601). */
function lightness(colour: ColourId): number {
  const value = Number.parseInt(COLOURS[colour].hex.slice(1), 16)
  return (0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255
}
