import type { OrderState } from '@selvedge/core'

type StateWords = { title: string; lead: string; tone: 'good' | 'wait' | 'plain' }

/** Where an order stands, as a badge says it and as a sentence. */
export const ORDER_STATE_WORDS: Readonly<Record<OrderState, { badge: string } & StateWords>> = {
  placing: { badge: 'Being placed', title: 'One moment', lead: 'We are asking your bank.', tone: 'wait' },
  payment_pending: {
    badge: 'Waiting for the bank',
    title: 'The bank is thinking',
    lead: 'Your pieces are held meanwhile. This page changes by itself when the bank has answered.',
    tone: 'wait',
  },
  confirmed: {
    badge: 'Confirmed',
    title: 'It is yours',
    lead: 'Paid and set aside. We pack it next and send it on its way.',
    tone: 'good',
  },
  payment_failed: {
    badge: 'Not paid',
    title: 'The payment failed',
    lead: 'Nothing was charged. Your bag is as it was, so that you can try again.',
    tone: 'plain',
  },
  cancelled: { badge: 'Cancelled', title: 'Cancelled', lead: 'Nothing is charged for this order.', tone: 'plain' },
  part_shipped: {
    badge: 'Partly on its way',
    title: 'A part is on its way',
    lead: 'One parcel has left. The rest follows as soon as it is ready.',
    tone: 'good',
  },
  shipped: { badge: 'On its way', title: 'On its way', lead: 'The parcel has left the house.', tone: 'good' },
  delivered: { badge: 'Delivered', title: 'Delivered', lead: 'We hope it fits, and stays for years.', tone: 'good' },
}

const REASONS: Readonly<Record<string, string>> = {
  OUT_OF_STOCK: 'The last one was sold before the payment began.',
  CANCELLED_BY_BUYER: 'As you asked. What you paid goes back the way it came.',
  CANCELLED_BY_STAFF: 'By us, and we are sorry. What you paid goes back the way it came.',
  PAYMENT_DECLINED: 'The bank declined the card.',
  PAYMENT_TIMED_OUT: 'The bank did not answer in time.',
  PAYMENT_FAILED: 'The money could not be taken.',
  HOLD_ENDED_DURING_PAYMENT: 'The hold ended while the bank was thinking and somebody else was quicker.',
}

/** Whether somebody ended a paid order; otherwise its checkout did not come about. */
export const wasCancelledByHand = (reason: string | undefined): boolean => reason?.startsWith('CANCELLED_BY_') ?? false

/** Paid when it leaves: the bank has agreed, and nothing was taken yet. */
export const PAID_LATER_LEAD = 'Reserved for you. Your card is charged when the first parcel leaves.'

/** Why an order ended early, where there is a sentence for it. */
export const reasonWords = (reason: string | undefined): string | undefined =>
  reason === undefined ? undefined : REASONS[reason]

/** Words of the entries of an order's timeline that matter to its buyer; the others are for staff. */
export const ENTRY_WORDS: Readonly<Record<string, string>> = {
  placed: 'Order placed',
  'stock-held': 'Pieces held for the payment',
  'payment-pending': 'Waiting for the bank',
  'payment-authorised': 'The bank has agreed',
  'payment-declined': 'The bank has declined',
  'payment-timed-out': 'The bank did not answer in time',
  'stock-committed': 'Set aside in our store',
  'hold-ended-during-payment': 'The hold ended, taken once more',
  'stock-lost-during-payment': 'Sold to somebody else meanwhile',
  promised: 'A place in the next shipment is yours',
  'payment-captured': 'Paid',
  'capture-failed': 'The money could not be taken',
  confirmed: 'Confirmed',
  'payment-failed': 'Payment failed',
  cancelled: 'Cancelled',
  shipped: 'Handed to the carrier',
  delivered: 'Delivered',
  'rest-cancelled': 'The rest was cancelled',
  'return-requested': 'Return asked for',
  'return-approved': 'Return approved',
  'return-refused': 'Return not accepted',
  'return-withdrawn': 'Return withdrawn',
  'return-received': 'Return received, being looked at',
  'return-inspected': 'Return checked',
  refunded: 'Refunded',
  'payment-voided': 'The payment was called off',
  'kept-by-buyer': 'Kept for the new day',
}
