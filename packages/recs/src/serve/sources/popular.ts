import type { CandidatePool } from '../candidate-pool'
import type { CandidateSource, DrawRequest } from '../source'
import { offerShelf } from './shelf'

/** The evidence of what is bought most where the shopper's parcels go. */
export const THERE = 1

/**
 * Most demanded: beside a product in its category; else half of what is bought most where the parcels go, where that is
 * known, and the rest in the departments that suit the shopper, or in all.
 */
export const popularSource: CandidateSource = {
  name: 'popular',
  draw: (request, pool, quota) => {
    const { table, models, anchor, shopper } = request
    const { shelves } = models
    if (anchor >= 0) {
      const shelf = shelves.popularInCategory[table.category[anchor] ?? 0]
      return shelf && offerShelf(shelf, pool, quota)
    }
    const there = shelves.popularInCountry.get(shopper.shopper.country ?? '')
    if (there === undefined) return offerEverywhere(request, pool, quota)
    offerShelf(there, pool, Math.ceil(quota / 2), THERE)
    offerEverywhere(request, pool, Math.floor(quota / 2))
  },
}

function offerEverywhere({ models: { shelves }, departments }: DrawRequest, pool: CandidatePool, quota: number): void {
  const [all, own] = [shelves.popular, shelves.popularInDepartment]
  const suiting = departments === undefined ? [all] : [...departments].flatMap((department) => own[department] ?? [])
  for (const shelf of suiting) offerShelf(shelf, pool, Math.ceil(quota / suiting.length))
}
