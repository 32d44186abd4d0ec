import { attributeLabel, attributeValueLabel } from './garments/attribute-labels'
import { CARE_LABELS, type Care, MATERIALS, type MaterialId } from './garments/materials'

export type Fact = { readonly label: string; readonly value: string }

// The cloth is read first, what is true of every garment last; what makes this garment stands between.
const FIRST = ['material', 'fabricWeightGsm']
const LAST = ['pattern', 'seasons', 'occasions', 'care', 'madeIn']
/** The material says it already. */
const UNTOLD = ['fabric']

/** A product's attributes as a shopper reads them, in reading order. Values that are neither text, number nor list are left out. */
export function productFacts(attributes: Readonly<Record<string, unknown>>): readonly Fact[] {
  const framed = new Set([...FIRST, ...LAST, ...UNTOLD])
  const own = Object.keys(attributes).filter((key) => !framed.has(key))
  return [...FIRST, ...own, ...LAST].flatMap((key) => {
    const value = factValue(key, attributes[key])
    return value === undefined ? [] : [{ label: attributeLabel(key), value }]
  })
}

function factValue(key: string, value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map((one) => attributeValueLabel(key, String(one))).join(', ')
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  if (key === 'material' && isMaterialId(value)) return `${MATERIALS[value].name} (${MATERIALS[value].composition})`
  if (key === 'care' && isCare(value)) return CARE_LABELS[value]
  return attributeValueLabel(key, value)
}

const isMaterialId = (value: string | number): value is MaterialId => Object.hasOwn(MATERIALS, value)
const isCare = (value: string | number): value is Care => Object.hasOwn(CARE_LABELS, value)
