import { expect, test } from 'vitest'
import type { StockCommand } from '../inventory/commands'
import { DEFAULT_HOLD_POLICY } from '../inventory/hold-policy'
import type { ReservationSummary } from '../inventory/ports'
import type { StockRejection } from '../inventory/rejections'
import type { ReservationState } from '../inventory/reservation'
import { accept, reject } from '../result'
import type { PaymentAnswer, PaymentProvider } from './payments'
import type { CheckoutStore } from './ports'
import { type RunDeps, runCheckout } from './run-checkout'
import type { Checkout, Transition } from './saga'

const NOW = new Date('2026-11-23T12:00:00Z')
const LATER = new Date('2026-11-23T12:05:00Z')

const checkout: Checkout = {
  orderId: 'order',
  number: '48210',
  cartId: 'cart',
  correlationId: 'trail',
  step: 'hold',
  state: 'placing',
  lines: [{ lineNo: 1, variantId: 7, sku: 'SHIRT-M', quantity: 1, holdId: 'hold-1' }],
  payment: {
    idempotencyKey: 'key',
    state: 'pending',
    amountMinor: 10_490,
    currency: 'EUR',
    method: 'card-approve',
    ageMs: 0,
  },
}

type Given = {
  /** Reservations of the cart by id. */
  holds?: Readonly<Record<string, ReservationState>>
  authorise?: PaymentAnswer
  capture?: PaymentAnswer
  lookup?: PaymentAnswer | { state: 'unknown' }
  refuse?: { kind: StockCommand['kind']; because: StockRejection }
  lease?: boolean
  promisedUnits?: number
  from?: Partial<Checkout>
  paymentAgeMs?: number
}

/** Runs a checkout against ports that answer what is given, and writes down what was asked and recorded. */
const run = async (given: Given) => {
  const asked: string[] = []
  const recorded: Transition[] = []
  let moves = 0
  const held = new Map<string, ReservationState>(Object.entries(given.holds ?? { 'hold-1': 'held' }))
  const bank =
    <A>(name: string, answer: A) =>
    async () => {
      asked.push(name)
      return answer
    }
  const payments: PaymentProvider = {
    name: 'fake',
    authorise: bank('authorise', given.authorise ?? { state: 'authorised', ref: 'r' }),
    capture: bank('capture', given.capture ?? { state: 'captured', ref: 'r' }),
    void: bank('void', { state: 'voided', ref: 'r' }),
    refund: bank('refund', { state: 'refunded', ref: 'r' }),
    lookup: bank('lookup', given.lookup ?? { state: 'authorised', ref: 'r' }),
  }
  const store: CheckoutStore = {
    begin: async () => accept('existing'),
    claim: async () => undefined,
    release: async () => void asked.push('lease given back'),
    standing: async () => undefined,
    findRunning: async () => [],
    findStuck: async () => [],
    record: async (_lease, _checkout, transition) => {
      recorded.push(transition)
      return given.lease ?? true
    },
  }
  let ids = 1
  const deps: RunDeps = {
    store,
    payments,
    promises: { make: async () => ({ promisedUnits: given.promisedUnits ?? 0 }) },
    channels: {
      current: async () => ({ code: 'eu', currency: 'EUR', taxRateBp: 2_100, holdPolicy: DEFAULT_HOLD_POLICY }),
    },
    stock: {
      execute: async (command) => {
        asked.push(command.kind)
        if (given.refuse?.kind === command.kind) return reject(given.refuse.because)
        const named = command.kind === 'hold' ? command.lines : 'holds' in command ? command.holds : []
        for (const { reservationId } of named) {
          if (command.kind === 'hold') held.set(reservationId, 'held')
          if (command.kind === 'commit') held.set(reservationId, 'committed')
        }
        // The runner reads no receipts; what it needs it reads back.
        return accept({ now: NOW, answer: [] as never })
      },
    },
    stockReader: {
      availability: async () => [{ variantId: 7, version: 1, available: 0, future: 0 }],
      reservations: async (cartId, wanted) => ({
        now: NOW,
        rows: wanted.flatMap((reservationId): ReservationSummary[] => {
          const state = held.get(reservationId)
          const common = { reservationId, cartId, variantId: 7, sku: 'SHIRT-M', units: 1, extendable: false, parts: [] }
          return state ? [{ ...common, state, expiresAt: LATER, heldAt: NOW }] : []
        }),
      }),
    },
    newId: () => {
      ids += 1
      return `hold-${ids}`
    },
    paymentWindowMs: 300_000,
    retryMs: 5_000,
    moved: () => {
      moves += 1
    },
  }
  const from = { ...checkout, ...given.from, payment: { ...checkout.payment, ageMs: given.paymentAgeMs ?? 0 } }
  const how = await runCheckout(deps, { owner: 'me', leaseMs: 15_000 }, from)
  return { how, asked, steps: recorded.map((transition) => transition.to), recorded, moves, last: recorded.at(-1) }
}

const OUT: StockRejection = { code: 'OUT_OF_STOCK', variantId: 7, requested: 1, available: 0 }
const GONE: StockRejection = { code: 'RESERVATION_RESOLVED', reservationId: 'hold-1', as: 'expired' }

test('the money is asked for after the hold, taken after the units are the order’s, and no step runs twice', async () => {
  const { how, asked, steps, last } = await run({})
  expect(how).toBe('ended')
  expect(asked).toEqual(['extend', 'authorise', 'commit', 'capture'])
  expect(steps).toEqual(['authorise', 'commit', 'capture', 'confirm', 'done'])
  expect(last).toMatchObject({
    ended: 'done',
    order: { state: 'confirmed' },
    emptyBag: true,
    message: 'OrderConfirmed',
  })
})

test('what the timeline says and no message tells is told by the way; what a message tells, or nobody sees, is not', async () => {
  const { recorded, moves } = await run({})
  expect(recorded.map(({ message }) => message).filter(Boolean)).toEqual(['OrderConfirmed'])
  expect(moves).toBe(4)
  // A lease that was lost has written nothing, and another runner tells.
  expect(await run({ lease: false })).toMatchObject({ how: 'lost', moves: 0 })
  const late = await run({ holds: { 'hold-1': 'expired' } })
  expect(late.recorded[0]?.timeline).toBeUndefined()
  expect(late.moves).toBe(4)
})

test('a line without a hold takes one before the bank is asked', async () => {
  const { asked } = await run({ holds: {} })
  expect(asked).toEqual(['hold', 'authorise', 'commit', 'capture'])
})

test('a hold that is over gets a new id, written down before it is used', async () => {
  const { recorded, asked } = await run({ holds: { 'hold-1': 'expired' } })
  expect(recorded[0]).toEqual({ to: 'hold', holds: new Map([[1, 'hold-2']]) })
  expect(asked).toEqual(['hold', 'authorise', 'commit', 'capture'])
})

test('no units: the order ends, the lines are named, and the bank is never asked', async () => {
  const { asked, last } = await run({ holds: {}, refuse: { kind: 'hold', because: OUT } })
  expect(asked).toEqual(['hold'])
  expect(last).toMatchObject({
    ended: 'compensated',
    order: { state: 'cancelled', reason: 'OUT_OF_STOCK' },
    rejection: { code: 'LINES_OUT_OF_STOCK', lines: [{ sku: 'SHIRT-M', requested: 1, available: 0 }] },
  })
})

test('a declined card ends the order and lets go of nothing', async () => {
  const { asked, last } = await run({ authorise: { state: 'declined', ref: 'r', declineCode: 'card_declined' } })
  expect(asked).toEqual(['extend', 'authorise'])
  expect(last).toMatchObject({ order: { state: 'payment_failed' }, message: 'PaymentFailed', ended: 'compensated' })
})

test('a bank that has not decided leaves the order waiting, with its lease given up', async () => {
  const { how, last } = await run({ authorise: { state: 'pending' } })
  expect(how).toBe('waiting')
  expect(last).toMatchObject({ to: 'lookup', retryInMs: 5_000, order: { state: 'payment_pending' } })
})

test('asked again, the bank may have authorised: the order goes on', async () => {
  const { asked, how } = await run({ from: { step: 'lookup', state: 'payment_pending' } })
  expect([how, ...asked]).toEqual(['ended', 'lookup', 'commit', 'capture'])
})

test('a bank that has never seen the payment is asked anew under the same key', async () => {
  const { asked } = await run({ from: { step: 'lookup' }, lookup: { state: 'unknown' } })
  expect(asked.slice(0, 2)).toEqual(['lookup', 'authorise'])
})

test('past the payment window units go back before the money is undone, so that a dead bank keeps none', async () => {
  const pending: PaymentAnswer = { state: 'pending' }
  const { asked, last } = await run({ from: { step: 'lookup' }, lookup: pending, paymentAgeMs: 300_000 })
  expect(asked).toEqual(['lookup', 'release', 'lookup', 'void'])
  expect(last).toMatchObject({ order: { state: 'cancelled', reason: 'PAYMENT_TIMED_OUT' }, message: 'OrderCancelled' })
})

test('a hold that ended during the payment is taken again once; then the payment is undone', async () => {
  const { asked, steps, last } = await run({ refuse: { kind: 'commit', because: GONE } })
  expect(asked).toEqual(['extend', 'authorise', 'commit', 'extend', 'commit', 'lookup', 'void'])
  expect(steps).toEqual(['authorise', 'commit', 'retake', 'undo-stock', 'undo-payment', 'done'])
  expect(last).toMatchObject({ order: { state: 'cancelled', reason: 'HOLD_ENDED_DURING_PAYMENT' } })
})

test('money that cannot be taken gives the units back and ends as a failed payment', async () => {
  const { asked, last } = await run({ capture: { state: 'declined', ref: 'r', declineCode: 'insufficient' } })
  expect(asked).toEqual(['extend', 'authorise', 'commit', 'capture', 'release-allocation', 'lookup', 'void'])
  expect(last).toMatchObject({ order: { state: 'payment_failed' }, payment: { state: 'voided' } })
})

test('money that was taken after all is paid back', async () => {
  const { asked, last } = await run({ from: { step: 'undo-payment' }, lookup: { state: 'captured', ref: 'r' } })
  expect(asked).toEqual(['lookup', 'refund'])
  expect(last).toMatchObject({ payment: { state: 'refunded' } })
})

test('whoever has lost the lease stops at once', async () => {
  const { how, steps } = await run({ lease: false })
  expect([how, ...steps]).toEqual(['lost', 'authorise'])
})
