import type { PaymentAnswer } from '../payments'
import type { Checkout, CheckoutLine, PaymentState, Transition } from '../saga'
import { originOf, type Step, type StepDeps } from './deps'
import { holdStandings } from './secure-holds'

/**
 * Gives committed units back. Units that are only held stay in the bag, unless the payment timed out: then nobody is
 * there to try again. Stock before money: a bank that is away must not keep units from other buyers.
 */
export const undoStock: Step = async (deps, checkout) => {
  const { cartId, rejection } = checkout
  const standings = await holdStandings(deps, checkout)
  const named = (standing: string) =>
    checkout.lines
      .filter((line: CheckoutLine) => standings.get(line.lineNo) === standing)
      .map((line) => ({ reservationId: line.holdId, variantId: line.variantId }))
  const common = { cartId, reason: rejection?.code ?? 'undone', origin: originOf(checkout) }

  const committed = named('committed')
  if (committed.length > 0) {
    const cause = { type: 'order', id: checkout.orderId } as const
    const undone = await deps.stock.execute({ kind: 'release-allocation', holds: committed, ...common, cause })
    if (!undone.ok) throw new Error(`allocation not released: ${undone.error.code}`)
  }
  const held = rejection?.code === 'PAYMENT_TIMED_OUT' ? named('held') : []
  if (held.length > 0) {
    const released = await deps.stock.execute({ kind: 'release', holds: held, ...common })
    // Expired in between is what was wanted; committed cannot be, the lease is ours.
    if (!released.ok) throw new Error(`holds not released: ${released.error.code}`)
  }
  return {
    to: 'undo-payment',
    ...(committed.length + held.length > 0 ? { timeline: { type: 'stock-released' } } : {}),
  }
}

/** Voids what was authorised, refunds what was captured; a key the bank has never seen is voided as well, so that a late call finds it closed. */
export const undoPayment: Step = async (deps, checkout) => {
  const answer = await undo(deps, checkout)
  if (answer.state === 'pending' || answer.state === 'authorised' || answer.state === 'captured') {
    return { to: 'undo-payment', retryInMs: deps.retryMs }
  }
  return ending(checkout, { state: answer.state, ref: answer.ref })
}

const undo = async ({ payments }: StepDeps, { payment }: Checkout): Promise<PaymentAnswer> => {
  const { idempotencyKey, amountMinor } = payment
  const now = await payments.lookup(idempotencyKey)
  if (now.state === 'captured')
    return await payments.refund({ idempotencyKey, refundKey: `${idempotencyKey}:undo`, amountMinor })
  if (now.state === 'declined' || now.state === 'voided' || now.state === 'refunded') return now
  return await payments.void({ idempotencyKey })
}

const ending = (checkout: Checkout, payment: { state: PaymentState; ref: string }): Transition => {
  const { rejection } = checkout
  const failed = rejection?.code === 'PAYMENT_FAILED'
  const reason = rejection?.code === 'LINES_OUT_OF_STOCK' ? 'HOLD_ENDED_DURING_PAYMENT' : (rejection?.code ?? 'UNDONE')
  return {
    to: 'done',
    ended: 'compensated',
    order: { state: failed ? 'payment_failed' : 'cancelled', reason },
    payment,
    timeline: { type: failed ? 'payment-failed' : 'cancelled', facts: { reason, payment: payment.state } },
    message: failed ? 'PaymentFailed' : 'OrderCancelled',
  }
}
