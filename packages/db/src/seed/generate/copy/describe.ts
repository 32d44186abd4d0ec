import type { GarmentId } from '@selvedge/core'
import type { Brand } from '../brands/brand'
import type { Random } from '../random'
import { CLOSING_LINES } from './closing-lines'
import { CLOTH_LINES } from './cloth-lines'
import { CUTS_OF_BOTTOMS_AND_DRESSES } from './cuts-of-bottoms-and-dresses'
import { CUTS_OF_OUTERWEAR_AND_SHOES } from './cuts-of-outerwear-and-shoes'
import { CUTS_OF_TOPS } from './cuts-of-tops'
import { type Facts, isTrueOf, type Line } from './line'
import { PATTERN_LINES } from './pattern-lines'

const CUTS: Readonly<Record<GarmentId, readonly Line[]>> = {
  ...CUTS_OF_TOPS,
  ...CUTS_OF_BOTTOMS_AND_DRESSES,
  ...CUTS_OF_OUTERWEAR_AND_SHOES,
}

type Part = 'cut' | 'detail' | 'cloth' | 'pattern' | 'closing'

// The orders in which a copywriter would tell it. A part with nothing true to say is left out.
const SHAPES: ReadonlyArray<readonly Part[]> = [
  ['cut', 'cloth'],
  ['cloth', 'cut'],
  ['cut', 'cloth', 'closing'],
  ['cut', 'detail', 'cloth'],
  ['cloth', 'cut', 'closing'],
  ['cut', 'detail', 'closing'],
  ['cloth', 'detail'],
]
const PATTERNED_SHAPES: ReadonlyArray<readonly Part[]> = [
  ['cut', 'pattern', 'cloth'],
  ['pattern', 'cut', 'cloth'],
  ['cut', 'cloth', 'pattern'],
  ['pattern', 'cut', 'closing'],
]

/** Two or three sentences about a product, each true of its attributes. */
export function describe(garment: GarmentId, facts: Facts, brand: Brand, random: Random): string {
  const spoken = new Set<Line>()
  const say = (lines: readonly Line[]): string | undefined => {
    const possible = lines.filter((line) => isTrueOf(line, facts) && !repeats(line, spoken))
    if (possible.length === 0) return undefined
    // What is true only of this product is worth more than what is true of any.
    const chosen = random.weighted(possible, (line) => 1 + 2 * Object.keys(line.when).length)
    spoken.add(chosen)
    return fill(chosen.text, facts)
  }
  const parts: Readonly<Record<Part, () => string | undefined>> = {
    cut: () => say(CUTS[garment]),
    detail: () => say(CUTS[garment]),
    cloth: () => say(CLOTH_LINES[materialOf(facts)]),
    pattern: () => say(PATTERN_LINES),
    closing: () => say(CLOSING_LINES[brand.voice]),
  }
  const shape = random.pick(facts.pattern === 'plain' || facts.pattern === 'denim' ? SHAPES : PATTERNED_SHAPES)
  const sentences = shape.flatMap((part) => parts[part]() ?? [])
  return sentences.join(' ')
}

/** Whether a line says what has been said: itself, or the same fact by number or by country. */
function repeats(line: Line, spoken: ReadonlySet<Line>): boolean {
  const facts = line.text.match(/\{\w+\}/g) ?? []
  return spoken.has(line) || [...spoken].some((earlier) => facts.some((fact) => earlier.text.includes(fact)))
}

function materialOf(facts: Facts): keyof typeof CLOTH_LINES {
  const material = facts.material
  if (typeof material === 'string' && Object.hasOwn(CLOTH_LINES, material)) return material as keyof typeof CLOTH_LINES
  throw new Error(`no copy for material ${String(material)}`)
}

function fill(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const fact = facts[key]
    if (fact === undefined) throw new Error(`no ${key} for: ${text}`)
    return String(fact)
  })
}
