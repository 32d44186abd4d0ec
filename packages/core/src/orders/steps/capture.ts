import { waitForBank } from './authorise'
import type { Step } from './deps'

/** Takes the money, after the units are the order's. An undecided answer is asked again under the same key. */
export const capture: Step = async (deps, checkout) => {
  const { idempotencyKey, amountMinor, ageMs } = checkout.payment
  const answer = await deps.payments.capture({ idempotencyKey, amountMinor })
  if (answer.state === 'captured') {
    return {
      to: 'confirm',
      payment: { state: 'captured', ref: answer.ref },
      timeline: { type: 'payment-captured', facts: { amountMinor } },
    }
  }
  if (answer.state === 'pending' || answer.state === 'authorised') {
    return ageMs < deps.paymentWindowMs
      ? waitForBank(deps, checkout, 'capture')
      : { to: 'undo-stock', rejection: { code: 'PAYMENT_TIMED_OUT' }, timeline: { type: 'payment-timed-out' } }
  }
  const because = answer.state === 'declined' ? answer.declineCode : answer.state
  return {
    to: 'undo-stock',
    rejection: { code: 'PAYMENT_FAILED', because },
    timeline: { type: 'capture-failed', facts: { because } },
  }
}

/** The order stands: its effect is its record. */
export const confirm: Step = async () => ({
  to: 'done',
  ended: 'done',
  order: { state: 'confirmed' },
  emptyBag: true,
  timeline: { type: 'confirmed' },
  message: 'OrderConfirmed',
})
