import type { PlacementPlan } from '@selvedge/core'
import type { CatalogueTable } from './catalogue-table'
import type { CompiledRules } from './compiled-rules'

/** How many of one brand and one category an answer still takes. */
export type Caps = {
  allows(place: number): boolean
  /** The same by rules alone: a pin outdoes how the house composes an answer, not what another rule says. */
  allowsPin(place: number): boolean
  take(place: number): void
}

export function createCaps({ brand, category, brands, categories }: CatalogueTable) {
  const brandsTaken = new Uint16Array(brands.size)
  const categoriesTaken = new Uint16Array(categories.size)
  /** Nothing is taken yet; of the plan's cap and the rules' the smaller counts. */
  return (plan: PlacementPlan, rules: CompiledRules): Caps => {
    brandsTaken.fill(0)
    categoriesTaken.fill(0)
    return {
      allows: (place) => {
        const of = brand[place] ?? 0
        const cap = Math.min(plan.brandMax, rules.brandCaps[of] ?? plan.brandMax)
        return (brandsTaken[of] ?? 0) < cap && (categoriesTaken[category[place] ?? 0] ?? 0) < plan.categoryMax
      },
      allowsPin: (place) => {
        const of = brand[place] ?? 0
        return (brandsTaken[of] ?? 0) < (rules.brandCaps[of] ?? Number.POSITIVE_INFINITY)
      },
      take: (place) => {
        const [of, kind] = [brand[place] ?? 0, category[place] ?? 0]
        brandsTaken[of] = (brandsTaken[of] ?? 0) + 1
        categoriesTaken[kind] = (categoriesTaken[kind] ?? 0) + 1
      },
    }
  }
}
