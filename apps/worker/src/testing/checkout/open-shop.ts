import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type CheckoutSettings,
  createBagService,
  createCheckoutService,
  createOrdersService,
  DEFAULT_HOLD_POLICY,
  type HoldPolicy,
  type OnStep,
  type PaymentProvider,
  type PlaceOrder,
} from '@selvedge/core'
import {
  createAllocationGuide,
  createBagStore,
  createChannelReader,
  createCheckoutStore,
  createOrderReader,
  createOrderSecrets,
  createPool,
  createPromiseMaker,
  createSandboxBooks,
  createStockEngine,
  createStockReader,
  createSupplyReader,
} from '@selvedge/db'
import { createResilientProvider, createSandboxProvider } from '@selvedge/infra'

export type ShopOptions = {
  readonly onStep?: OnStep
  readonly moved?: () => void
  readonly settings?: Partial<CheckoutSettings>
  readonly policy?: Partial<HoldPolicy>
  readonly poolMax?: number
  /** How long the bank is waited for, milliseconds; short where its silence is what a test is about. */
  readonly bankTimeoutMs?: number
  /** Wraps or replaces the sandbox bank. */
  readonly payments?: (sandbox: PaymentProvider) => PaymentProvider
}

/** The use cases of bag, checkout and orders over the real engine, as a composition root builds them. */
export const openShop = (databaseUrl: string, options: ShopOptions = {}) => {
  const pool = createPool(databaseUrl, { max: options.poolMax ?? 12 })
  const stock = createStockEngine({ pool })
  const stockReader = createStockReader({ pool })
  const supply = createSupplyReader({ pool })
  const promises = createPromiseMaker({ engine: stock })
  const { policy } = options
  const stored = createChannelReader({ pool })
  const channels = policy
    ? { current: async () => ({ ...(await stored.current()), holdPolicy: { ...DEFAULT_HOLD_POLICY, ...policy } }) }
    : stored
  const bags = createBagStore({ pool })
  const allocation = createAllocationGuide({ pool, maxAgeMs: 0 })
  const orderReader = createOrderReader({ pool })
  const secrets = createOrderSecrets({ secret: 'a secret for tests only' })
  const sandbox = createResilientProvider(
    createSandboxProvider({ books: createSandboxBooks({ pool }), timeoutVisibleMs: 600, lateVisibleMs: 600 }),
    { timeoutMs: options.bankTimeoutMs ?? 3_000 },
  )
  const checkout = createCheckoutService({
    allocation,
    store: createCheckoutStore({ pool }),
    bags,
    orders: orderReader,
    channels,
    stock,
    stockReader,
    promises,
    payments: options.payments?.(sandbox) ?? sandbox,
    secrets,
    newId: randomUUID,
    pause: async (ms) => {
      await pause(ms)
    },
    settings: { retryMs: 100, ...options.settings },
    ...(options.onStep ? { onStep: options.onStep } : {}),
    ...(options.moved ? { moved: options.moved } : {}),
  })
  return {
    pool,
    stock,
    stockReader,
    bag: createBagService({ store: bags, allocation, channels, stock, stockReader, supply, nowMs: Date.now }),
    checkout,
    orders: createOrdersService({ orders: orderReader, secrets }),
    close: async () => {
      await stock.close()
      await pool.end()
    },
  }
}
export type Shop = ReturnType<typeof openShop>

export const origin = { actor: 'test', correlationId: 'test' }
export const shopperOf = (cartId: string) => ({ cartId, origin })

/** Puts SKUs into a new bag, held. */
export const fillBag = async (shop: Shop, skus: readonly string[], cartId: string = randomUUID()): Promise<string> => {
  for (const sku of skus) {
    const added = await shop.bag.add(shopperOf(cartId), { requestId: randomUUID(), sku, quantity: 1 })
    if (!added.ok) throw new Error(`not added: ${added.error.code}`)
  }
  return cartId
}

/** A shirt of insertStock is 99.00; from 150.00 standard shipping is free. */
export const totalOf = (units: number): number => units * 9_900 + (units >= 2 ? 0 : 590)

export const orderFor = (units: number, changes: Partial<PlaceOrder> = {}): PlaceOrder => ({
  orderId: randomUUID(),
  email: 'ada@example.org',
  address: { name: 'Ada', line1: 'Prinsengracht 1', city: 'Amsterdam', postcode: '1015 DV', country: 'NL' },
  shippingMethod: 'standard',
  paymentMethod: 'card-approve',
  expectedTotalMinor: totalOf(units),
  ...changes,
})
