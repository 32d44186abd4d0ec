import { unreachable } from '../result'
import type { StockEvent } from './events'
import type { StockState } from './state'

/** The one function that turns entries into levels: writers, rebuilds and as-of queries all fold with it. */
export const evolve = (state: StockState, event: StockEvent): StockState => {
  const next = { ...state, version: state.version + 1 }
  const { quantity } = event
  switch (event.type) {
    case 'Received':
    case 'Adjusted':
    case 'Found':
      return { ...next, onHand: state.onHand + quantity }
    case 'Reserved':
      return { ...next, reserved: state.reserved + quantity }
    case 'Extended':
      return next
    case 'Released':
    case 'Expired':
      return { ...next, reserved: state.reserved - quantity }
    case 'Committed':
      return { ...next, reserved: state.reserved - quantity, allocated: state.allocated + quantity }
    case 'AllocationReleased':
      return { ...next, allocated: state.allocated - quantity }
    case 'Shipped':
      return { ...next, allocated: state.allocated - quantity, onHand: state.onHand - quantity }
    case 'ShortMarked':
      return { ...next, short: state.short + quantity }
    case 'ShortCleared':
      return { ...next, short: state.short - quantity }
    case 'SafetyStockSet':
      return { ...next, safetyStock: quantity }
    default:
      return unreachable(event.type)
  }
}
