import { soonestUnit } from '../supply/soonest-unit'
import type { UnitToCome } from '../supply/unit-to-come'
import type { Later } from './later'

type Promisable = {
  readonly size: string
  readonly future?: number | undefined
  readonly next?: UnitToCome | undefined
}

/**
 * The same as live stock has it: by which day it can be had now in one of its sizes. Undefined once a unit to come is
 * promised to others in all of them, or nobody names a day any more; while no day is looked up, the one that was named
 * stands.
 */
export function followLater(later: Later, variants: readonly Promisable[]): Later | undefined {
  const mine = variants.filter(({ size, future = 0 }) => future > 0 && (later.sizes?.includes(size) ?? true))
  const soonest = soonestUnit(mine.map(({ next }) => next))
  if (soonest !== undefined) return { ...later, ...soonest }
  return mine.some(({ next }) => next === undefined) ? later : undefined
}

/** Whether it can still be had later. */
export const isStillPromised = (later: Later, variants: readonly Promisable[]): boolean =>
  followLater(later, variants) !== undefined
