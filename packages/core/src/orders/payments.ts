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
  /**
   * Gives back a part of a captured payment, or all of it. `refundKey` is the refund's own idempotency key; refunds of one
   * payment together never exceed it (declined with `refund_exceeds_payment`).
   */
  refund(input: { idempotencyKey: string; refundKey: string; amountMinor: number }): Promise<PaymentAnswer>
  /** `unknown` when the provider never saw the key. */
  lookup(idempotencyKey: string): Promise<PaymentAnswer | { readonly state: 'unknown' }>
}

/** What the books of the sandbox bank say about a key. `visible` is false while a late answer is still on its way. */
export type SandboxEntry = {
  readonly ref: string
  readonly state: 'authorised' | 'captured' | 'voided' | 'refunded' | 'declined'
  readonly amountMinor: number
  readonly visible: boolean
}

/**
 * The sandbox bank's own books: a stand-in for a remote system, written by nobody but the sandbox provider. Both calls
 * are atomic and answer with the entry as it stands after them.
 */
export type SandboxBooks = {
  find(idempotencyKey: string): Promise<SandboxEntry | undefined>
  /** Opens an entry, or finds the one that is there. */
  open(entry: {
    idempotencyKey: string
    ref: string
    state: 'authorised' | 'declined' | 'voided'
    amountMinor: number
    currency: string
    method: string
    visibleInMs: number
  }): Promise<SandboxEntry>
  /** Moves an entry from one of `from` to `to`; an entry in another state stays. */
  move(
    idempotencyKey: string,
    from: readonly SandboxEntry['state'][],
    to: SandboxEntry['state'],
  ): Promise<SandboxEntry | undefined>
  /**
   * Books a refund under its own key if the entry is captured and its refunds with this one stay within its amount; an
   * entry refunded in full becomes `refunded`. The same key again answers the same.
   */
  refund(input: { idempotencyKey: string; refundKey: string; ref: string; amountMinor: number }): Promise<SandboxRefund>
}

/** What the books say of a refund. `exceeds`: more than is left of the payment; `not-captured`: there is nothing to give back. */
export type SandboxRefund =
  | { readonly state: 'refunded'; readonly ref: string }
  | { readonly state: 'exceeds' | 'not-captured' | 'unknown' }
