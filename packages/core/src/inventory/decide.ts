import { type Result, unreachable } from '../result'
import type { StockCommand } from './commands'
import { decideAdjust } from './decide-adjust'
import { decideHold } from './decide-hold'
import { decideCommit, decideExtend, decideRelease, decideReleaseAllocation } from './decide-resolve'
import type { StockRejection } from './rejections'
import type { HoldReceipt } from './reservation'
import type { StockState } from './state'
import type { StockView } from './view'

type Answer = readonly HoldReceipt[] | StockState

const answer = (view: StockView, command: StockCommand): Result<Answer, StockRejection> => {
  switch (command.kind) {
    case 'hold':
      return decideHold(view, command)
    case 'extend':
      return decideExtend(view, command)
    case 'commit':
      return decideCommit(view, command)
    case 'release':
      return decideRelease(view, command)
    case 'release-allocation':
      return decideReleaseAllocation(view, command)
    case 'adjust':
      return decideAdjust(view, command)
    default:
      return unreachable(command)
  }
}

/** The one rule of the inventory: answers a command on the working copy; a refused command leaves no trace on it. */
export const decide = (view: StockView, command: StockCommand): Result<Answer, StockRejection> => {
  const savepoint = view.savepoint()
  const result = answer(view, command)
  if (!result.ok) view.rollback(savepoint)
  return result
}

/** SKUs whose records must be locked before the command can be decided. */
export const variantsOf = (command: StockCommand): readonly number[] => {
  switch (command.kind) {
    case 'hold':
      return command.lines.map((line) => line.variantId)
    case 'adjust':
      return [command.variantId]
    default:
      return command.holds.map((hold) => hold.variantId)
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
    case 'adjust':
      return []
    default:
      return command.holds.map((hold) => [command.cartId, hold.reservationId] as const)
  }
}
