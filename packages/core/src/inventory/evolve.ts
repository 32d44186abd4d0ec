import { unreachable } from '../result'
import type { StockEvent } from './events'
import type { StockState } from './state'

/** The one function that turns entries into levels: writers, rebuilds and as-of queries all fold with it. */
export const evolve = <S extends StockState>(state: S, event: Pick<StockEvent, 'type' | 'quantity'>): S => {
  const { quantity } = event
  const version = state.version + 1
  switch (event.type) {
    case 'Received':
    case 'Adjusted':
    case 'Found':
    case 'Counted':
    case 'ReturnedRestocked':
    case 'TransferredIn':
      return { ...state, version, onHand: state.onHand + quantity }
    case 'SoldAtTill':
    case 'TransferredOut':
      return { ...state, version, onHand: state.onHand - quantity }
    case 'ReturnedQuarantined':
      return { ...state, version, onHand: state.onHand + quantity, unavailable: state.unavailable + quantity }
    case 'WrittenOff':
      return { ...state, version, onHand: state.onHand - quantity, unavailable: state.unavailable - quantity }
    case 'Damaged':
    case 'QualityHeld':
      return { ...state, version, unavailable: state.unavailable + quantity }
    case 'QualityReleased':
      return { ...state, version, unavailable: state.unavailable - quantity }
    case 'Reserved':
      return { ...state, version, reserved: state.reserved + quantity }
    case 'Released':
    case 'Expired':
      return { ...state, version, reserved: state.reserved - quantity }
    case 'Committed':
      return { ...state, version, reserved: state.reserved - quantity, allocated: state.allocated + quantity }
    case 'AllocationReleased':
      return { ...state, version, allocated: state.allocated - quantity }
    case 'Shipped':
      return { ...state, version, allocated: state.allocated - quantity, onHand: state.onHand - quantity }
    case 'ShortMarked':
      return { ...state, version, short: state.short + quantity }
    case 'ShortCleared':
      return { ...state, version, short: state.short - quantity }
    case 'SafetyStockSet':
      return { ...state, version, safetyStock: quantity }
    case 'OversellCapSet':
      return { ...state, version, oversellCap: quantity }
    case 'Extended':
    case 'ReturnedWrittenOff':
    case 'TransferLost':
    case 'PromiseMade':
    case 'PromiseRebound':
    case 'PromiseKept':
    case 'PromiseCancelled':
      return { ...state, version }
    default:
      return unreachable(event.type)
  }
}
