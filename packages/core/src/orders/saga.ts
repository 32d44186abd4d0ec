import type { OrderMessage } from '../outbox/messages'
import type { OrderState, PaymentMethodToken } from './checkout'
import type { CheckoutRejection } from './rejections'

/**
 * The steps of a checkout after `begin`. Forward: hold, authorise, commit, capture, confirm. `lookup` waits for a bank
 * that has not answered, `retake` takes a lost hold once more, `promise` binds units sold ahead to supply
 * to come and leaves the money to the first parcel, `undo-stock` and `undo-payment` compensate.
 */
export const SAGA_STEPS = [
  'hold',
  'authorise',
  'lookup',
  'commit',
  'retake',
  'promise',
  'capture',
  'confirm',
  'undo-stock',
  'undo-payment',
  'done',
] as const
export type SagaStep = (typeof SAGA_STEPS)[number]
export type SagaState = 'running' | 'done' | 'compensated'

export const PAYMENT_STATES = ['pending', 'authorised', 'captured', 'declined', 'voided', 'refunded'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export type CheckoutLine = {
  readonly lineNo: number
  readonly variantId: number
  readonly sku: string
  readonly quantity: number
  readonly holdId: string
  /** The hold that the plan over all lines takes in place of this one; recorded before it is taken. */
  readonly plannedHoldId?: string
  /** The buyer accepted that units come later. */
  readonly allowFuture?: boolean
}

/** What a step knows: the saga's row with its order, lines and payment. */
export type Checkout = {
  readonly orderId: string
  readonly number: string
  readonly cartId: string
  readonly userId?: string
  readonly correlationId: string
  /** Where the parcel goes, ISO country. */
  readonly country?: string
  readonly step: Exclude<SagaStep, 'done'>
  readonly state: OrderState
  readonly rejection?: CheckoutRejection
  readonly lines: readonly CheckoutLine[]
  readonly payment: {
    readonly idempotencyKey: string
    readonly state: PaymentState
    readonly amountMinor: number
    readonly currency: string
    readonly method: PaymentMethodToken
    /** Since the payment was written, by the database's clock. */
    readonly ageMs: number
  }
}

/** What a step did, to be recorded in one transaction. Only what is named changes. */
export type Transition = {
  readonly to: SagaStep
  /** With `to: 'done'`. */
  readonly ended?: Exclude<SagaState, 'running'>
  readonly order?: { readonly state: OrderState; readonly reason?: string }
  readonly payment?: { readonly state: PaymentState; readonly ref?: string; readonly declineCode?: string }
  readonly rejection?: CheckoutRejection
  /** New reservation ids by line number; the bag's lines follow. */
  readonly holds?: ReadonlyMap<number, string>
  /** Ids of the holds that the plan over all lines is about to take, by line number. */
  readonly planned?: ReadonlyMap<number, string>
  /** What was bought leaves the bag. */
  readonly emptyBag?: boolean
  readonly timeline?: { readonly type: string; readonly facts?: Record<string, unknown> }
  readonly message?: OrderMessage['type']
  /** Gives the lease up: nobody runs the next step before. */
  readonly retryInMs?: number
}

/** The checkout after a transition, without reading it again. */
export const advance = (checkout: Checkout, transition: Transition): Checkout | undefined => {
  if (transition.to === 'done') return undefined
  return {
    ...checkout,
    step: transition.to,
    state: transition.order?.state ?? checkout.state,
    ...(transition.rejection ? { rejection: transition.rejection } : {}),
    lines: checkout.lines.map((line) => lineAfter(line, transition)),
    payment: { ...checkout.payment, state: transition.payment?.state ?? checkout.payment.state },
  }
}

const lineAfter = (line: CheckoutLine, { holds, planned }: Transition): CheckoutLine => {
  const plannedHoldId = planned?.get(line.lineNo)
  return {
    ...line,
    holdId: holds?.get(line.lineNo) ?? line.holdId,
    ...(plannedHoldId === undefined ? {} : { plannedHoldId }),
  }
}
