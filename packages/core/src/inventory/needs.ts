import { unreachable } from '../result'
import type { StockCommand } from './commands'
import { evolve } from './evolve'
import type { Observation } from './record-commands'
import { EMPTY_STOCK } from './state'

/** SKUs whose records must be locked before the command can be decided. */
export const variantsOf = (command: StockCommand): readonly number[] => {
  switch (command.kind) {
    case 'hold':
    case 'ship':
      return command.lines.map((line) => line.variantId)
    case 'adjust':
    case 'relocate':
      return [command.variantId]
    case 'observe':
      return command.observations.map((observation) => observation.variantId)
    case 'configure':
      return command.settings.map((setting) => setting.variantId)
    case 'annotate':
      return command.notes.map((note) => note.variantId)
    case 'extend':
    case 'commit':
    case 'release':
    case 'release-allocation':
      return command.holds.map((hold) => hold.variantId)
    default:
      return unreachable(command)
  }
}

/** Reservations a command names: (cart, id) pairs to read under the locks. */
export const reservationsOf = (
  command: StockCommand,
): readonly (readonly [cartId: string, reservationId: string])[] => {
  switch (command.kind) {
    case 'hold':
      return command.lines.flatMap((line) => {
        const { cartId } = command.holder
        return line.replaces === undefined
          ? [[cartId, line.reservationId] as const]
          : [[cartId, line.reservationId] as const, [cartId, line.replaces] as const]
      })
    case 'ship':
      return command.lines.map((line) => [line.cartId, line.reservationId] as const)
    case 'relocate':
      return [[command.cartId, command.reservationId]]
    case 'extend':
    case 'commit':
    case 'release':
    case 'release-allocation':
      return command.holds.map((hold) => [command.cartId, hold.reservationId] as const)
    case 'adjust':
    case 'observe':
    case 'configure':
    case 'annotate':
      return []
    default:
      return unreachable(command)
  }
}

const takesUnits = ({ type, quantity }: Pick<Observation, 'type' | 'quantity'>): boolean => {
  // Writing off what was not set aside takes it from the rest.
  if (type === 'WrittenOff') return true
  const after = evolve(EMPTY_STOCK, { type, quantity })
  return after.onHand - after.unavailable < 0
}

/** SKUs of which the command may take away promised units, so that all their holds must be known. */
export const holdsAtRisk = (command: StockCommand): readonly number[] => {
  switch (command.kind) {
    case 'adjust':
      return command.delta < 0 ? [command.variantId] : []
    case 'observe':
      return command.observations.filter(takesUnits).map((observation) => observation.variantId)
    case 'configure':
      return command.settings.flatMap((set) => (set.oversellCap === undefined ? [] : [set.variantId]))
    default:
      return []
  }
}

/** (record, key) pairs whose earlier entries must be known. */
export const dedupeKeysOf = (command: StockCommand): readonly (readonly [recordId: number, key: string])[] => {
  const keyed = command.kind === 'observe' ? command.observations : command.kind === 'ship' ? command.lines : undefined
  return (keyed ?? []).flatMap(({ recordId, dedupeKey }) =>
    dedupeKey === undefined ? [] : [[recordId, dedupeKey] as const],
  )
}
