import type { DatedUnit, UnitToCome } from './unit-to-come'

/** Of units to come the one that is there first; of those of one day, one that is sold ahead of its arrival. */
export function soonestUnit(units: readonly (UnitToCome | undefined)[]): DatedUnit | undefined {
  let soonest: DatedUnit | undefined
  for (const unit of units) {
    if (unit?.shipsBy === undefined) continue
    const { kind, shipsBy } = unit
    const isSooner = soonest === undefined || shipsBy < soonest.shipsBy
    if (isSooner || (shipsBy === soonest?.shipsBy && kind === 'preorder')) soonest = { kind, shipsBy }
  }
  return soonest
}

/** Whether the same may be said of both. */
export const isSameUnit = (a: UnitToCome | undefined, b: UnitToCome | undefined): boolean =>
  a?.kind === b?.kind && a?.shipsBy === b?.shipsBy
