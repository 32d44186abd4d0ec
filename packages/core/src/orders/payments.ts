import type { PaymentMethodToken } from './checkout'

/** What a payment provider answers. `pending`: it has not decided, or we do not know: ask again with `lookup`. */
export type PaymentAnswer =
  | { readonly state: 'authorised' | 'captured' | 'voided' | 'refunded'; readonly ref: string }
  | { readonly state: 'declined'; readonly ref: string; readonly declineCode: string }
  | { readonly state: 'pending' }

/** The payments port. Every call is idempotent under its key; a time-out is a fault whose outcome `lookup` tells. */
export type PaymentProvider = {
  readonly name: string
  authorise(input: {
    idempotencyKey: string
    amountMinor: number
    currency: string
    method: PaymentMethodToken
  }): Promise<PaymentAnswer>
  capture(input: { idempotencyKey: string; amountMinor: number }): Promise<PaymentAnswer>
  void(input: { idempotencyKey: string }): Promise<PaymentAnswer>
  refund(input: { idempotencyKey: string; amountMinor: number }): Promise<PaymentAnswer>
  /** `unknown` when the provider never saw the key. */
  lookup(idempotencyKey: string): Promise<PaymentAnswer | { readonly state: 'unknown' }>
}
