import { type Binding, shipByOf } from './bind-promises'
import type { Day } from './day'

/** What somebody was told before they are bound again. */
export type Told = {
  readonly bindings: readonly Binding[]
  /** The days of what else is open of the same order line, at other places; undefined for what has none. */
  readonly elsewhere?: readonly (Day | undefined)[]
}

/**
 * Bindings with the days that somebody stands for. A shipment that is overdue names none, and who was told one before
 * keeps it until it has passed or other supply can be named. A day that has passed is none either, unless it was told and
 * the order line as a whole still leaves on one that is ahead: the buyer knows that day alone. What counts is the line as
 * it is now: the day that was ahead before may be the very one that falls away.
 */
export const withStandingDays = (bindings: readonly Binding[], told: Told, today: Day): readonly Binding[] => {
  const named = bindings.map((binding) => withToldDay(binding, told.bindings, today))
  const hadDay = shipByOf(told.bindings) !== undefined
  const lineDay = latestOf([shipByOf(named), ...(told.elsewhere ?? [])])
  if (hadDay && lineDay !== undefined && lineDay >= today) return named
  return named.map((binding) => ('shipsOn' in binding && isPast(binding.shipsOn, today) ? undated(binding) : binding))
}

/** The day its supply names, or the one that was told of that supply; never one that has passed and was not told. */
const withToldDay = (binding: Binding, told: readonly Binding[], today: Day): Binding => {
  if (binding.source === 'stock' || binding.source === 'none') return binding
  const before = toldDay(binding, told)
  const shipsOn = binding.shipsOn ?? before
  return shipsOn === undefined || (isPast(shipsOn, today) && shipsOn !== before)
    ? undated(binding)
    : { ...binding, shipsOn }
}

const undated = (binding: Binding): Binding => {
  if (binding.source === 'stock' || binding.source === 'none') return binding
  const { shipsOn: _day, ...rest } = binding
  return rest
}

const isPast = (day: Day | undefined, today: Day): boolean => day !== undefined && day < today

/** None as soon as one of them has none. */
const latestOf = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.includes(undefined) ? undefined : days.toSorted().at(-1)

const toldDay = (binding: Binding, told: readonly Binding[]): Day | undefined => {
  const before = told.find((one) =>
    binding.source === 'shipment'
      ? one.source === 'shipment' && one.shipmentLineId === binding.shipmentLineId
      : one.source === binding.source,
  )
  return before && 'shipsOn' in before ? before.shipsOn : undefined
}
