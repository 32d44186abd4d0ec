import type { PaymentAnswer } from '../payments'
import type { Checkout, Transition } from '../saga'
import type { Step, StepDeps } from './deps'

/** Asks the bank, with no lock held. The payment's key was written before, so asking twice is asking once. */
export const authorise: Step = async (deps, checkout) => {
  const { idempotencyKey, amountMinor, currency, method } = checkout.payment
  return onAnswer(deps, checkout, await deps.payments.authorise({ idempotencyKey, amountMinor, currency, method }))
}

/** Asks what became of an authorisation that nobody answered; gives up when the payment window is over. */
export const lookup: Step = async (deps, checkout) => {
  const answer = await deps.payments.lookup(checkout.payment.idempotencyKey)
  if (answer.state !== 'unknown' && answer.state !== 'pending') return onAnswer(deps, checkout, answer)
  if (checkout.payment.ageMs >= deps.paymentWindowMs) {
    return { to: 'undo-stock', rejection: { code: 'PAYMENT_TIMED_OUT' }, timeline: { type: 'payment-timed-out' } }
  }
  if (answer.state === 'unknown') return { to: 'authorise' }
  return { to: 'lookup', retryInMs: deps.retryMs }
}

const onAnswer = (deps: StepDeps, checkout: Checkout, answer: PaymentAnswer): Transition => {
  switch (answer.state) {
    case 'authorised':
    case 'captured':
      return {
        to: 'commit',
        payment: { state: 'authorised', ref: answer.ref },
        timeline: { type: 'payment-authorised', facts: { amountMinor: checkout.payment.amountMinor } },
      }
    case 'declined':
      // Bag and holds stay: the shopper may try another card, as another order.
      return {
        to: 'done',
        ended: 'compensated',
        rejection: { code: 'PAYMENT_DECLINED', declineCode: answer.declineCode },
        order: { state: 'payment_failed', reason: answer.declineCode },
        payment: { state: 'declined', ref: answer.ref, declineCode: answer.declineCode },
        timeline: { type: 'payment-declined', facts: { declineCode: answer.declineCode } },
        message: 'PaymentFailed',
      }
    case 'pending':
      return waitForBank(deps, checkout, 'lookup')
    default:
      return {
        to: 'undo-stock',
        rejection: { code: 'PAYMENT_FAILED', because: answer.state },
        payment: { state: answer.state, ref: answer.ref },
      }
  }
}

/** The order says that the bank has not answered, once; whoever comes next asks again. */
export const waitForBank = (deps: StepDeps, checkout: Checkout, to: 'lookup' | 'capture'): Transition => ({
  to,
  retryInMs: deps.retryMs,
  ...(checkout.state === 'payment_pending'
    ? {}
    : {
        order: { state: 'payment_pending' },
        timeline: { type: 'payment-pending' },
        message: 'PaymentPending',
      }),
})
