import type { PaymentProvider, SandboxBooks, SandboxEntry } from '@selvedge/core'
import { expect, test } from 'vitest'
import { createResilientProvider } from './resilient-provider'
import { createSandboxProvider } from './sandbox'

/** The bank's books in memory; `visibleInMs` is shown as not visible when it is not 0. */
const books = (): SandboxBooks => {
  const entries = new Map<string, SandboxEntry>()
  const refunds = new Map<string, { of: string; ref: string; amountMinor: number }>()
  return {
    find: async (key) => entries.get(key),
    open: async ({ idempotencyKey, ref, state, amountMinor, visibleInMs }) => {
      const entry = entries.get(idempotencyKey) ?? { ref, state, amountMinor, visible: visibleInMs === 0 }
      entries.set(idempotencyKey, entry)
      return entry
    },
    move: async (key, from, to) => {
      const entry = entries.get(key)
      if (!entry || !from.includes(entry.state)) return entry
      const moved = { ...entry, state: to }
      entries.set(key, moved)
      return moved
    },
    refund: async ({ idempotencyKey, refundKey, ref, amountMinor }) => {
      const earlier = refunds.get(refundKey)
      if (earlier) return { state: 'refunded', ref: earlier.ref }
      const entry = entries.get(idempotencyKey)
      if (!entry) return { state: 'unknown' }
      if (entry.state !== 'captured') return { state: 'not-captured' }
      const given = [...refunds.values()].reduce(
        (sum, one) => sum + (one.of === idempotencyKey ? one.amountMinor : 0),
        0,
      )
      if (given + amountMinor > entry.amountMinor) return { state: 'exceeds' }
      refunds.set(refundKey, { of: idempotencyKey, ref, amountMinor })
      if (given + amountMinor === entry.amountMinor) entries.set(idempotencyKey, { ...entry, state: 'refunded' })
      return { state: 'refunded', ref }
    },
  }
}
const payment = { idempotencyKey: 'k', amountMinor: 10_490, currency: 'EUR' }

test('the same payment asked for twice is one payment, and is taken once', async () => {
  const bank = createSandboxProvider({ books: books() })
  const first = await bank.authorise({ ...payment, method: 'card-approve' })
  expect(await bank.authorise({ ...payment, method: 'card-approve' })).toEqual(first)
  expect(await bank.capture(payment)).toMatchObject({ state: 'captured' })
  expect(await bank.capture(payment)).toMatchObject({ state: 'captured' })
  const back = { ...payment, refundKey: 'r' }
  expect(await bank.refund(back)).toMatchObject({ state: 'refunded' })
  expect(await bank.refund(back)).toMatchObject({ state: 'refunded' })
  expect(await bank.lookup('k')).toMatchObject({ state: 'refunded' })
})

test('a payment is given back in parts, each once, and never more than was taken', async () => {
  const bank = createSandboxProvider({ books: books() })
  const part = (refundKey: string, amountMinor: number) => bank.refund({ idempotencyKey: 'k', refundKey, amountMinor })
  expect(await part('early', 100)).toMatchObject({ state: 'declined', declineCode: 'payment_unknown' })
  await bank.authorise({ ...payment, method: 'card-approve' })
  expect(await part('early', 100)).toMatchObject({ state: 'declined', declineCode: 'payment_not_captured' })
  await bank.capture(payment)
  expect(await part('first', 4_000)).toEqual(await part('first', 4_000))
  expect(await part('too-much', 6_491)).toMatchObject({ state: 'declined', declineCode: 'refund_exceeds_payment' })
  expect(await bank.lookup('k')).toMatchObject({ state: 'captured' })
  expect(await part('rest', 6_490)).toMatchObject({ state: 'refunded' })
  expect(await bank.lookup('k')).toMatchObject({ state: 'refunded' })
})

test('a declined card stays declined, and nothing can be taken from it', async () => {
  const bank = createSandboxProvider({ books: books() })
  expect(await bank.authorise({ ...payment, method: 'card-decline' })).toMatchObject({ state: 'declined' })
  expect(await bank.capture(payment)).toMatchObject({ state: 'declined' })
})

test('a payment given up before the bank has seen it stays given up when the call arrives late', async () => {
  const bank = createSandboxProvider({ books: books() })
  expect(await bank.lookup('k')).toEqual({ state: 'unknown' })
  expect(await bank.void(payment)).toMatchObject({ state: 'voided' })
  expect(await bank.authorise({ ...payment, method: 'card-approve' })).toMatchObject({ state: 'voided' })
})

test('a bank that does not answer is not waited for: the answer is pending, and was asked for once', async () => {
  let calls = 0
  const silent: PaymentProvider = {
    ...createSandboxProvider({ books: books() }),
    authorise: () => {
      calls += 1
      return new Promise<never>(() => undefined)
    },
  }
  const provider = createResilientProvider(silent, { timeoutMs: 30 })
  expect(await provider.authorise({ ...payment, method: 'card-timeout' })).toEqual({ state: 'pending' })
  expect(calls).toBe(1)
})

test('a hiccup of the line is tried again; a bank that stays broken is left alone for a while', async () => {
  let calls = 0
  let broken = 1
  const bank = createSandboxProvider({ books: books() })
  const shaky: PaymentProvider = {
    ...bank,
    lookup: async (key) => {
      calls += 1
      if (calls <= broken) throw new Error('connection reset')
      return await bank.lookup(key)
    },
  }
  const provider = createResilientProvider(shaky, { failuresToOpen: 4, halfOpenAfterMs: 60_000 })
  expect(await provider.lookup('k')).toEqual({ state: 'unknown' })
  broken = Number.POSITIVE_INFINITY
  await expect(provider.lookup('k')).rejects.toThrow('connection reset')
  await provider.lookup('k').catch(() => undefined)
  expect(provider.state()).toBe('open')
  const before = calls
  expect(await provider.lookup('k')).toEqual({ state: 'pending' })
  expect(calls).toBe(before)
})
