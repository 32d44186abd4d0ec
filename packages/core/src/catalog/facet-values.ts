import { attributeValueLabel } from './garments/attribute-labels'
import { FABRICS } from './garments/cloth'
import { COLOUR_FAMILIES, FAMILY_HEX } from './garments/colours'
import { CATEGORIES, CATEGORY_LABELS } from './garments/departments'
import { GARMENT_IDS, GARMENTS } from './garments/garment-types'
import { compareSizes, type SizeSystem, sizeByCode } from './garments/size-systems'
import type { Facet, ListingAnswer } from './listing'

export type FacetValue = NonNullable<ListingAnswer['facets'][Facet]>[number]

/** Counted values of one facet, with the names that only the index knows (brands). */
export type FacetCounts = {
  readonly counts: ReadonlyMap<string, number>
  readonly selected: readonly string[]
  readonly nameOf?: (value: string) => string | undefined
}

const CATEGORY_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(CATEGORY_LABELS))
const GARMENT_NAMES: ReadonlyMap<string, string> = new Map(GARMENT_IDS.map((id) => [id, GARMENTS[id].plural]))
const HEXES: ReadonlyMap<string, string> = new Map(Object.entries(FAMILY_HEX))

const placeIn = (list: readonly string[]) => {
  const places = new Map(list.map((value, place) => [value, place]))
  return (a: string, b: string) => (places.get(a) ?? list.length) - (places.get(b) ?? list.length) || a.localeCompare(b)
}

const LABEL: Readonly<Record<Facet, (value: string) => string | undefined>> = {
  category: (value) => CATEGORY_NAMES.get(value),
  garment: (value) => GARMENT_NAMES.get(value),
  brand: () => undefined,
  colour: (value) => attributeValueLabel('colour', value),
  size: (value) => sizeByCode(value)?.label,
  material: (value) => attributeValueLabel('fabric', value),
}
const ORDER: Readonly<Record<Facet, (a: string, b: string) => number>> = {
  category: placeIn(CATEGORIES),
  garment: placeIn(GARMENT_IDS),
  brand: (a, b) => a.localeCompare(b),
  colour: placeIn(COLOUR_FAMILIES),
  size: compareSizes,
  material: placeIn(FABRICS),
}

/** A facet as the page shows it: labelled, in the order of the house; a chosen value stays although nothing is left of it. */
export function facetValues(facet: Facet, { counts, selected, nameOf }: FacetCounts): FacetValue[] {
  const values = new Set(selected)
  for (const [value, count] of counts) if (count > 0) values.add(value)
  const nameOfSize = facet === 'size' ? sizeNames(values) : undefined
  return [...values].sort(ORDER[facet]).map((value) => {
    const hex = facet === 'colour' ? HEXES.get(value) : undefined
    return {
      value,
      label: nameOf?.(value) ?? nameOfSize?.(value) ?? LABEL[facet](value) ?? value,
      count: counts.get(value) ?? 0,
      selected: selected.includes(value),
      ...(hex ? { hex } : {}),
    }
  })
}

// Systems that number their sizes alike: a shoe 46 and a jacket 46 have one label on their own page.
const NUMBERED: Partial<Record<SizeSystem, string>> = { dress: 'Dress', tailoring: 'Tailoring', shoe: 'Shoe' }

/** Says which 46 is meant wherever several numbered systems stand in one facet. */
function sizeNames(values: ReadonlySet<string>): ((value: string) => string | undefined) | undefined {
  const systems = new Set([...values].flatMap((value) => sizeByCode(value)?.system ?? []))
  if ([...systems].filter((system) => NUMBERED[system]).length < 2) return undefined
  return (value) => {
    const size = sizeByCode(value)
    const system = size && NUMBERED[size.system]
    return system ? `${system} ${size.label}` : undefined
  }
}
