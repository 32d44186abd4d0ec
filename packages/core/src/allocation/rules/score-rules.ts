import type { ScoreRule } from '../candidate'
import type { AllocationRule } from '../policy'
import { drainOldest } from './drain-oldest'
import { fewestParcels } from './fewest-parcels'
import { keepShopStock } from './keep-shop-stock'
import { nearest } from './nearest'
import { priority } from './priority'

/** Every rule by its name in a policy; a new name does not compile without its function. */
export const SCORE_RULES: Readonly<Record<AllocationRule, ScoreRule>> = {
  nearest,
  'fewest-parcels': fewestParcels,
  priority,
  'drain-oldest': drainOldest,
  'keep-shop-stock': keepShopStock,
}
