import type { Checkout } from '../saga'
import { authorise, lookup } from './authorise'
import { capture, confirm } from './capture'
import { commit, retake } from './commit'
import type { Step } from './deps'
import { hold } from './hold'
import { promise } from './promise'
import { undoPayment, undoStock } from './undo'

/** Every step by its name: a checkout goes on wherever its row says. */
export const STEPS: Readonly<Record<Checkout['step'], Step>> = {
  hold,
  authorise,
  lookup,
  commit,
  retake,
  promise,
  capture,
  confirm,
  'undo-stock': undoStock,
  'undo-payment': undoPayment,
}
