import type { CandidateSource } from '../source'
import { offerShelf } from './shelf'

/** Most demanded: beside a product in its category, else in the departments that suit the shopper, else in all. */
export const popularSource: CandidateSource = {
  name: 'popular',
  draw: ({ table, models, anchor, departments }, pool, quota) => {
    const { shelves } = models
    if (anchor >= 0) {
      const shelf = shelves.popularInCategory[table.category[anchor] ?? 0]
      return shelf && offerShelf(shelf, pool, quota)
    }
    if (departments === undefined) return offerShelf(shelves.popular, pool, quota)
    for (const department of departments) {
      const shelf = shelves.popularInDepartment[department]
      if (shelf) offerShelf(shelf, pool, Math.ceil(quota / departments.size))
    }
  },
}
