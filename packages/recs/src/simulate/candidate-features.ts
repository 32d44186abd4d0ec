import { normal, type Random } from '../random'
import { affinity, type SimulatedItem, type SimulatedShopper } from './shop-world'

/** The first ones are the scores of sources; their plain sum is the ranking to beat. */
export const SOURCE_FEATURES = ['co-purchase', 'item-item', 'session', 'factors', 'content', 'popularity'] as const

export const SIMULATED_FEATURES = [
  ...SOURCE_FEATURES,
  'category affinity',
  'price fit',
  'price',
  'season match',
  'size in stock',
  'fit probability',
  'days to ship',
  'discount',
  'margin',
  'age',
  'seen without click',
  'new',
  'noise',
] as const

/** A moment of the simulated shop: who, when, and how often they passed this item by. */
export type Moment = { readonly shopper: SimulatedShopper; readonly season: number; readonly intent: number }

/** How likely the shopper would click an item they look at: the truth that nobody else in here may read. */
export function trueRelevance({ shopper, season, intent }: Moment, item: SimulatedItem, seen: number): number {
  const taste = affinity(shopper.taste, item.taste)
  const isWanted = item.category === intent ? 1 : 0
  const offSeason = shopper.seasonal * Math.abs(item.season - season)
  const price = item.price * (1 - item.discount)
  const tooDear = Math.max(0, price - shopper.budget)
  const logit =
    -2.6 +
    3.2 * taste +
    1.3 * isWanted +
    0.5 * item.popularity -
    1.6 * offSeason -
    4 * tooDear +
    1.2 * item.discount -
    0.04 * item.daysToShip -
    0.5 * seen
  const chance = 1 / (1 + Math.exp(-logit))
  // Without their size there is little to click for, whatever the taste says.
  return item.inStock[shopper.size] ? chance * Math.exp(-Math.abs(item.runs) * 0.6) : chance * 0.12
}

/** What the shop can know of the pair: noisy views of the truth, each source with its own blind spot and scale. */
export function candidateFeatures(
  moment: Moment,
  item: SimulatedItem,
  seen: number,
  random: Random,
): readonly number[] {
  const { shopper, season, intent } = moment
  const taste = affinity(shopper.taste, item.taste)
  const half = (from: number) => affinity(shopper.taste.subarray(from, from + 4), item.taste.subarray(from, from + 4))
  const price = item.price * (1 - item.discount)
  return [
    0.6 * taste + 0.9 * item.popularity + 0.35 * normal(random),
    0.7 * taste + 0.5 * item.popularity + 0.3 * normal(random),
    (item.category === intent ? 0.7 : 0) + 0.4 * half(0) + 0.3 * normal(random),
    0.9 * taste + 0.3 * normal(random),
    half(4) + 0.25 * normal(random),
    1.4 * item.popularity,
    (item.category === shopper.favourite ? 1 : 0) + 0.2 * normal(random),
    shopper.budget - price + 0.1 * normal(random),
    price,
    1 - Math.abs(item.season - season),
    item.inStock[shopper.size] ? 1 : 0,
    Math.exp(-Math.abs(item.runs + 0.2 * normal(random)) * 0.6),
    item.daysToShip,
    item.discount,
    item.margin,
    item.ageDays,
    seen,
    item.ageDays < 14 ? 1 : 0,
    normal(random),
  ]
}
