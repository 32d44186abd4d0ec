import { createHash } from 'node:crypto'
import type { PaymentAnswer, PaymentMethodToken, PaymentProvider, SandboxBooks, SandboxEntry } from '@selvedge/core'
import { unreachable } from '@selvedge/core'

export type SandboxOptions = {
  readonly books: SandboxBooks
  /** Until the books show an authorisation of `card-timeout` and `card-late`, milliseconds. */
  readonly timeoutVisibleMs?: number
  readonly lateVisibleMs?: number
}

/**
 * A payment provider without a bank. What it does is decided by the method token:
 * - `card-approve` authorised at once; `card-decline` declined at once (`card_declined`);
 * - `card-timeout` writes its books and never answers the call; a lookup finds it authorised after 8 s;
 * - `card-late` answers pending; a lookup finds it authorised after 20 s.
 * The first call under a key decides; every later one answers from the books. A void closes an unknown key as well, so
 * that an authorisation still under way finds it voided.
 */
export const createSandboxProvider = (options: SandboxOptions): PaymentProvider => {
  const { books, timeoutVisibleMs = 8_000, lateVisibleMs = 20_000 } = options

  const visibleInMs = (method: PaymentMethodToken): number => {
    switch (method) {
      case 'card-approve':
      case 'card-decline':
        return 0
      case 'card-timeout':
        return timeoutVisibleMs
      case 'card-late':
        return lateVisibleMs
      default:
        return unreachable(method)
    }
  }

  return {
    name: 'sandbox',

    authorise: async ({ idempotencyKey, amountMinor, currency, method }) => {
      const state = method === 'card-decline' ? 'declined' : 'authorised'
      const entry = await books.open({
        idempotencyKey,
        ref: refOf(idempotencyKey),
        state,
        amountMinor,
        currency,
        method,
        visibleInMs: visibleInMs(method),
      })
      if (method === 'card-timeout' && !entry.visible) return await new Promise<never>(() => undefined)
      return answerOf(entry)
    },

    capture: async ({ idempotencyKey }) => settled(await books.move(idempotencyKey, ['authorised'], 'captured')),

    void: async ({ idempotencyKey }) => {
      const moved = await books.move(idempotencyKey, ['authorised'], 'voided')
      if (moved) return settled(moved)
      const closed = {
        ref: refOf(idempotencyKey),
        state: 'voided',
        amountMinor: 0,
        currency: 'EUR',
        method: 'none',
        visibleInMs: 0,
      } as const
      const entry = await books.open({ idempotencyKey, ...closed })
      // An authorisation came in between: it is in the books now and can be voided.
      return settled(entry.state === 'authorised' ? await books.move(idempotencyKey, ['authorised'], 'voided') : entry)
    },

    refund: async ({ idempotencyKey, refundKey, amountMinor }) => {
      const ref = refOf(`refund ${refundKey}`)
      const refund = await books.refund({ idempotencyKey, refundKey, ref, amountMinor })
      switch (refund.state) {
        case 'refunded':
          return { state: 'refunded', ref: refund.ref }
        case 'exceeds':
          return { state: 'declined', ref, declineCode: 'refund_exceeds_payment' }
        case 'not-captured':
          return { state: 'declined', ref, declineCode: 'payment_not_captured' }
        case 'unknown':
          return { state: 'declined', ref, declineCode: 'payment_unknown' }
        default:
          return unreachable(refund)
      }
    },

    lookup: async (idempotencyKey) => {
      const entry = await books.find(idempotencyKey)
      return entry ? answerOf(entry) : { state: 'unknown' }
    },
  }
}

const refOf = (idempotencyKey: string): string =>
  `sb_${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 20)}`

const answerOf = (entry: SandboxEntry): PaymentAnswer =>
  entry.visible || entry.state !== 'authorised' ? settled(entry) : { state: 'pending' }

const settled = (entry: SandboxEntry | undefined): PaymentAnswer => {
  if (!entry) return { state: 'pending' }
  return entry.state === 'declined'
    ? { state: 'declined', ref: entry.ref, declineCode: 'card_declined' }
    : { state: entry.state, ref: entry.ref }
}
