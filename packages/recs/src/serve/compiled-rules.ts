import { isInForce, type MerchandisingRule, type Placement, type RuleTarget } from '@selvedge/core'
import type { CatalogueTable } from './catalogue-table'

/** The rules in force on one placement at one moment, by place. */
export type CompiledRules = {
  readonly excluded: Uint8Array
  /** What a product's chance is multiplied by; 1 where no rule says anything. */
  readonly factors: Float32Array
  /** Wanted positions from 0, in order. */
  readonly pins: readonly { readonly position: number; readonly place: number; readonly ruleId: string }[]
  /** Products of one brand in an answer at most, by brand code; Infinity where no rule says anything. */
  readonly brandCaps: Float64Array
  /** From here on other rules may be in force; epoch milliseconds. */
  readonly validUntilMs: number
  /** Ids of the rules that touch a product, for whoever asks why. */
  rulesOf(place: number): readonly string[]
}

// The product of several boosts and buries stays within these, so that a rule never outshouts every preference.
const FACTOR_MAX = 8
const FACTOR_MIN = 1 / 50

/** Exclusions win over everything, pins over boosts; of several caps the smallest counts. */
export function compileRules(
  table: CatalogueTable,
  rules: readonly MerchandisingRule[],
  placement: Placement | undefined,
  nowMs: number,
): CompiledRules {
  const excluded = new Uint8Array(table.size)
  const factors = new Float32Array(table.size).fill(1)
  const brandCaps = new Float64Array(table.brands.size).fill(Number.POSITIVE_INFINITY)
  const pins: { position: number; place: number; ruleId: string }[] = []
  const touched = new Map<number, string[]>()
  const touch = (place: number, id: string): void => void touched.set(place, [...(touched.get(place) ?? []), id])

  for (const rule of rules) {
    if (!isInForce(rule, placement, nowMs)) continue
    const { effect, target, id } = rule
    if (effect.kind === 'cap-brand') {
      for (const brand of brandsOf(table, target))
        brandCaps[brand] = Math.min(brandCaps[brand] ?? effect.max, effect.max)
      continue
    }
    const places = target === undefined ? [] : placesOf(table, target)
    for (const [nth, place] of places.entries()) {
      touch(place, id)
      if (effect.kind === 'exclude') excluded[place] = 1
      else if (effect.kind === 'pin') pins.push({ position: effect.position - 1 + nth, place, ruleId: id })
      else factors[place] = clamp((factors[place] ?? 1) * (effect.kind === 'boost' ? effect.factor : 1 / effect.factor))
    }
  }
  pins.sort((a, b) => a.position - b.position || a.place - b.place)
  return {
    excluded,
    factors,
    pins: pins.filter(({ place }) => excluded[place] !== 1),
    brandCaps,
    validUntilMs: nextBoundary(rules, nowMs),
    rulesOf: (place) => touched.get(place) ?? [],
  }
}

const clamp = (factor: number): number => Math.min(FACTOR_MAX, Math.max(FACTOR_MIN, factor))

function placesOf(table: CatalogueTable, target: RuleTarget): readonly number[] {
  switch (target.by) {
    case 'products':
      return target.productIds.map((id) => table.placeOf(id)).filter((place) => place >= 0)
    case 'collection':
      return [...(table.collections.get(target.value) ?? [])]
    case 'category':
      return placesWith(table.category, table.categories.find(target.value))
    case 'brand':
      return placesWith(table.brand, table.brands.find(target.value))
    case 'term':
      return placesWithTerm(table, table.vocabulary.find(target.value))
  }
}

function placesWith(column: Uint16Array, code: number): number[] {
  const places: number[] = []
  for (let place = 0; place < column.length; place++) if (column[place] === code) places.push(place)
  return places
}

function placesWithTerm({ size, terms, termsFrom }: CatalogueTable, code: number): number[] {
  const places: number[] = []
  for (let place = 0; place < size; place++) {
    if (code >= 0 && terms.subarray(termsFrom[place], termsFrom[place + 1]).includes(code)) places.push(place)
  }
  return places
}

function brandsOf(table: CatalogueTable, target: RuleTarget | undefined): readonly number[] {
  if (target === undefined) return Array.from({ length: table.brands.size }, (_, code) => code)
  return [...new Set(placesOf(table, target).map((place) => table.brand[place] ?? 0))]
}

function nextBoundary(rules: readonly MerchandisingRule[], nowMs: number): number {
  const boundaries = rules.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).flatMap((at) => at?.getTime() ?? [])
  return Math.min(Number.POSITIVE_INFINITY, ...boundaries.filter((at) => at > nowMs))
}
