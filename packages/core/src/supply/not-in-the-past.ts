import type { Binding } from './bind-promises'
import { type Day, laterDay } from './day'

/**
 * Bindings whose days can be told. A shipment that is late has a day that has passed; a promise made on it names today at
 * the earliest. What was told before stands: a promise that is overdue is not told anew, a day later, each time it is
 * looked at.
 */
export const notInThePast = (bindings: readonly Binding[], told: readonly Binding[], today: Day): readonly Binding[] =>
  bindings.map((binding) => {
    if (binding.source !== 'shipment' || binding.shipsOn >= today) return binding
    const before = told.find((one) => one.source === 'shipment' && one.shipmentLineId === binding.shipmentLineId)
    const shipsOn = before?.source === 'shipment' ? before.shipsOn : today
    return { ...binding, shipsOn: laterDay(shipsOn, binding.shipsOn) ?? today }
  })
