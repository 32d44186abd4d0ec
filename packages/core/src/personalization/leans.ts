import type { Dimension } from './dimensions'
import type { SignalFacts } from './signal-facts'
import type { Lean, Signal } from './signals'

const FACET_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  category: 'category',
  garment: 'style',
  brand: 'brand',
  colour: 'colour',
  material: 'material',
}

/** What a signal says in each dimension. A piece speaks in all six; a facet or a poll only in what it names. */
export function leansOf(
  signal: Signal,
  facts: SignalFacts | undefined,
  weight: number,
  facetWeight: number,
): readonly Lean[] {
  if (signal.kind === 'poll') return signal.leans
  if (signal.kind === 'facet') {
    const dimension = Object.hasOwn(FACET_DIMENSIONS, signal.facet) ? FACET_DIMENSIONS[signal.facet] : undefined
    return dimension ? [{ dimension, value: signal.value, weight: facetWeight }] : []
  }
  if (!facts || weight === 0) return []
  // Choosing a colour says nothing about the rest that the look at the piece has not said before.
  if (signal.kind === 'colour') return colourLeans(facts, signal.colour, weight)
  const chosen = 'colour' in signal ? signal.colour : undefined
  return [
    { dimension: 'category', value: facts.category, weight },
    { dimension: 'brand', value: facts.brand, weight },
    { dimension: 'style', value: facts.style, weight },
    { dimension: 'material', value: facts.material, weight },
    { dimension: 'price', value: facts.price, weight },
    ...colourLeans(facts, chosen, weight),
  ]
}

/** The chosen colour's family, or an equal part for each family the piece comes in. */
function colourLeans(facts: SignalFacts, chosen: string | undefined, weight: number): readonly Lean[] {
  const family = chosen !== undefined && Object.hasOwn(facts.colours, chosen) ? facts.colours[chosen] : undefined
  if (family) return [{ dimension: 'colour', value: family, weight }]
  const families = [...new Set(Object.values(facts.colours))]
  return families.map((value) => ({ dimension: 'colour', value, weight: weight / families.length }))
}
