import type { Cause } from '../origin'
import { type Result, unreachable } from '../result'
import type { StockCommand } from './commands'
import { decideRelocate, decideShip } from './decide-allocated'
import { decideAnnotate, decideConfigure } from './decide-configure'
import { decideHold } from './decide-hold'
import { decideAdjust, decideObserve } from './decide-observe'
import { decideCommit, decideExtend, decideRelease, decideReleaseAllocation } from './decide-resolve'
import type { Observed } from './record-commands'
import type { StockRejection } from './rejections'
import type { HoldReceipt } from './reservation'
import type { StockRecord, StockState } from './state'
import type { StockView } from './view'

/** What any command may be answered with; `StockOutcome` says which. */
export type StockAnswer = readonly HoldReceipt[] | readonly Observed[] | readonly StockRecord[] | StockState

const answer = (view: StockView, command: StockCommand): Result<StockAnswer, StockRejection> => {
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
    case 'ship':
      return decideShip(view, command)
    case 'relocate':
      return decideRelocate(view, command)
    case 'adjust':
      return decideAdjust(view, command)
    case 'observe':
      return decideObserve(view, command)
    case 'configure':
      return decideConfigure(view, command)
    case 'annotate':
      return decideAnnotate(view, command)
    default:
      return unreachable(command)
  }
}

/**
 * What the entries of a command follow from when they do not say it themselves: a hold that gives way, a shortage, the
 * rest of a commit. Who says nothing of a bag's hold means the bag.
 */
const causeOf = (command: StockCommand): Cause | undefined => {
  if (command.cause) return command.cause
  switch (command.kind) {
    case 'hold':
      return { type: 'cart', id: command.holder.cartId }
    case 'extend':
    case 'commit':
    case 'release':
    case 'release-allocation':
    case 'relocate':
      return { type: 'cart', id: command.cartId }
    default:
      return undefined
  }
}

/** The one rule of the inventory: answers a command on the working copy; a refused command leaves no trace on it. */
export const decide = (view: StockView, command: StockCommand): Result<StockAnswer, StockRejection> => {
  const savepoint = view.savepoint()
  view.because(causeOf(command))
  const result = answer(view, command)
  if (!result.ok) view.rollback(savepoint)
  return result
}
