import type { BagStore } from '../bag/ports'
import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import type { PlaceOrder, Quote, ShippingMethod } from './checkout'
import { draftOrder } from './draft-order'
import type { PlacedOrder } from './order-list-views'
import type { OrderReader, OrderSecrets, RunningCheckout } from './ports'
import { quoteBag } from './quote-bag'
import type { CheckoutRejection } from './rejections'
import { type RunDeps, runCheckout } from './run-checkout'

export type CheckoutDeps = Omit<RunDeps, 'paymentWindowMs' | 'retryMs'> & {
  readonly bags: Pick<BagStore, 'read'>
  readonly orders: Pick<OrderReader, 'byId'>
  readonly secrets: OrderSecrets
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>
  readonly settings?: Partial<CheckoutSettings>
}

export type CheckoutSettings = {
  /** Whoever runs a checkout must record a step within this time, else another may take over. */
  readonly leaseMs: number
  readonly paymentWindowMs: number
  readonly retryMs: number
  /** How long a second place-order waits for the first one's answer. */
  readonly patienceMs: number
}

export const CHECKOUT_SETTINGS: CheckoutSettings = {
  leaseMs: 15_000,
  paymentWindowMs: 300_000,
  retryMs: 5_000,
  patienceMs: 12_000,
}

/** Who places an order. The bag is the browser's own, never from input. */
export type Placer = {
  readonly cartId: string | undefined
  readonly userId?: string | undefined
  readonly origin: Origin
}

export type CheckoutService = {
  quote(cartId: string | undefined, method: ShippingMethod): Promise<Result<Quote, CheckoutRejection>>
  /**
   * Places the order and runs its steps in line. Idempotent by `orderId`: the same request again, or at the same time,
   * answers what became of it and does nothing twice. An order that waits for its bank is answered as payment_pending.
   */
  place(placer: Placer, order: PlaceOrder): Promise<Result<PlacedOrder, CheckoutRejection>>
  /** Finishes or compensates a checkout from what is recorded. `busy`: somebody else has it right now. */
  resume(orderId: string): Promise<'terminal' | 'waiting' | 'busy'>
  /** Orders placed in this span of the database's clock (epoch milliseconds) whose checkout has not ended. */
  findRunning(fromMs: number, toMs: number): Promise<readonly RunningCheckout[]>
  findStuck(limit: number): Promise<readonly string[]>
}

const POLL_MS = 100

/** Checkout: price check, hold, authorise, commit, capture, confirm; each step idempotent, each with its way back. */
export const createCheckoutService = (input: CheckoutDeps): CheckoutService => {
  const settings = { ...CHECKOUT_SETTINGS, ...input.settings }
  const deps = { ...input, paymentWindowMs: settings.paymentWindowMs, retryMs: settings.retryMs }
  const { store, channels, secrets, newId, bags } = deps
  const newLease = () => ({ owner: newId(), leaseMs: settings.leaseMs })

  const resume = async (orderId: string): Promise<'terminal' | 'waiting' | 'busy'> => {
    const lease = newLease()
    const checkout = await store.claim(orderId, lease)
    if (!checkout) {
      const standing = await store.standing(orderId)
      return standing?.sagaState === 'running' ? 'busy' : 'terminal'
    }
    const how = await runCheckout(deps, lease, checkout)
    return how === 'ended' ? 'terminal' : how === 'waiting' ? 'waiting' : 'busy'
  }

  /** The same order placed before or right now: waits for whoever runs it, and runs it when nobody does. */
  const joinEarlier = async (orderId: string): Promise<void> => {
    for (let waitedMs = 0; waitedMs < settings.patienceMs; waitedMs += POLL_MS) {
      const standing = await store.standing(orderId)
      if (standing?.sagaState !== 'running' || standing.orderState !== 'placing') return
      if ((await resume(orderId)) !== 'busy') return
      await deps.pause(POLL_MS)
    }
  }

  const answer = async (orderId: string): Promise<Result<PlacedOrder, CheckoutRejection>> => {
    const standing = await store.standing(orderId)
    if (standing?.rejection && standing.sagaState === 'compensated') return reject(standing.rejection)
    const stored = await deps.orders.byId(orderId)
    if (!stored) throw new Error(`order ${orderId} vanished`)
    return accept({ order: stored.view, accessToken: secrets.accessToken(orderId) })
  }

  return {
    quote: async (cartId, shippingMethod) => {
      const bag = cartId === undefined ? undefined : await bags.read(cartId)
      if (!bag || bag.lines.length === 0) return reject({ code: 'BAG_EMPTY' })
      const { taxRateBp } = await channels.current()
      return accept(quoteBag({ lines: bag.lines, currency: bag.currency, taxRateBp, shippingMethod }))
    },

    place: async ({ cartId, userId, origin }, order) => {
      const { orderId } = order
      const channel = await channels.current()
      const lease = newLease()
      await deps.onStep?.('begin', 'before')
      const begun = await store.begin(
        {
          order,
          requestHash: secrets.digest(canonical(order)),
          accessHash: secrets.digest(secrets.accessToken(orderId)),
          cartId,
          ...(userId === undefined ? {} : { userId }),
          origin,
          lease,
        },
        (bag) => draftOrder(bag, order, channel, newId),
      )
      await deps.onStep?.('begin', 'after')
      if (!begun.ok) return begun
      if (begun.value === 'existing') await joinEarlier(orderId)
      else await runCheckout(deps, lease, begun.value)
      return await answer(orderId)
    },

    resume,
    findRunning: (fromMs, toMs) => store.findRunning(fromMs, toMs),
    findStuck: (limit) => store.findStuck(limit),
  }
}

/** The request as one string, whatever order its keys came in. */
const canonical = ({ address, ...order }: PlaceOrder): string =>
  JSON.stringify([Object.entries(order).sort(byKey), Object.entries(address).sort(byKey)])

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
