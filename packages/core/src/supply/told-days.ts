import type { Binding } from './bind-promises'
import type { Day } from './day'

/**
 * Bindings with the days that somebody stands for. A shipment that is overdue names none, and who was told one before
 * keeps it until it has passed or other supply can be named; a day that has passed is none, whatever it was told of.
 */
export const withStandingDays = (
  bindings: readonly Binding[],
  told: readonly Binding[],
  today: Day,
): readonly Binding[] =>
  bindings.map((binding) => {
    if (binding.source === 'stock' || binding.source === 'none') return binding
    const { shipsOn: named, ...undated } = binding
    const shipsOn = named ?? toldDay(binding, told)
    return shipsOn === undefined || shipsOn < today ? undated : { ...undated, shipsOn }
  })

const toldDay = (binding: Binding, told: readonly Binding[]): Day | undefined => {
  const before = told.find(
    (one) =>
      one.source === 'shipment' && binding.source === 'shipment' && one.shipmentLineId === binding.shipmentLineId,
  )
  return before?.source === 'shipment' ? before.shipsOn : undefined
}
