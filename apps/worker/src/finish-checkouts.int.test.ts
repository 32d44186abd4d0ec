import { randomUUID } from 'node:crypto'
import type { PaymentProvider } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorker, type Worker } from './root'
import { fillBag, openShop, orderFor, type Shop } from './testing/checkout/open-shop'
import { createWorkerWorld, type WorkerWorld } from './testing/worker-world'

const ORDERS = 6
const BOUND_S = 30
const lines: string[] = []
let world: WorkerWorld
let worker: Worker | undefined
let shop: Shop

const gone = async (): Promise<never> => {
  throw new Error('connection refused')
}
const withoutBank = (bank: PaymentProvider): PaymentProvider => ({ ...bank, authorise: gone })

beforeAll(async () => {
  world = await createWorkerWorld()
  shop = openShop(world.database.url, { payments: withoutBank })
  // Nobody but the scheduler finds what is left.
  const env = world.environment({ CHECKOUT_SWEEP_MS: '3600000', HOLD_SWEEP_MS: '3600000', LOG_LEVEL: 'info' })
  worker = createWorker(env, { write: (line) => void lines.push(line) })
  await worker.start()
  await world.untilScheduled()
})
afterAll(async () => {
  await worker?.stop()
  await shop.close()
  await world.stop()
})

/** Orders whose process was gone after the hold, each begun by a request of its own; every second card will be declined. */
const leaveOrders = async (): Promise<string[]> => {
  const requests = Array.from({ length: ORDERS }, () => `request-${randomUUID()}`)
  for (const [n, correlationId] of requests.entries()) {
    const cartId = await fillBag(shop, [`SKU-${1 + (n % 5)}`])
    const order = orderFor(1, { paymentMethod: n % 2 === 0 ? 'card-approve' : 'card-decline' })
    const placing = shop.checkout.place({ cartId, origin: { actor: 'test', correlationId } }, order)
    await expect(placing).rejects.toThrow('connection refused')
  }
  return requests
}

type Ended = { readonly request: string; readonly saga: string; readonly endedAtMs: number }

const ended = async (requests: readonly string[]): Promise<Ended[]> => {
  const { rows } = await shop.pool.query<Ended>(
    `SELECT o.correlation_id AS request, s.state AS saga, (extract(epoch FROM s.updated_at) * 1000)::float8 AS "endedAtMs"
    FROM orders o JOIN checkout_saga s ON s.order_id = o.id WHERE o.correlation_id = ANY($1) AND s.state <> 'running'
    ORDER BY o.placed_at`,
    [requests],
  )
  return rows
}

const untilEnded = async (requests: readonly string[]): Promise<Ended[]> => {
  await expect.poll(async () => (await ended(requests)).length, { timeout: 60_000, interval: 250 }).toBe(ORDERS)
  return ended(requests)
}

const inTurn = Array.from({ length: ORDERS }, (_, n) => (n % 2 === 0 ? 'done' : 'compensated'))

test('checkouts that nobody ended in line are finished or compensated by the scheduler within thirty seconds, under their own ids', {
  timeout: 90_000,
}, async () => {
  const requests = await leaveOrders()
  const leftAtMs = Date.now()
  const orders = await untilEnded(requests)
  expect(orders.map(({ saga }) => saga)).toEqual(inTurn)
  expect(Math.max(...orders.map(({ endedAtMs }) => endedAtMs)) - leftAtMs).toBeLessThan(BOUND_S * 1_000)

  for (const request of requests) {
    const told = lines.filter((line) => line.includes('did not end in line') && line.includes(request))
    expect(told.length).toBeGreaterThan(0)
    const { rows } = await shop.pool.query(
      `SELECT (SELECT count(*)::int FROM order_event WHERE correlation_id = $1 AND type <> 'placed') AS steps,
        (SELECT count(*)::int FROM inventory_event WHERE correlation_id = $1 AND type IN ('Committed', 'Released')) AS stock,
        (SELECT count(*)::int FROM outbox WHERE correlation_id = $1 AND topic = 'stock') AS messages`,
      [request],
    )
    expect(rows[0].steps).toBeGreaterThan(0)
    expect(rows[0].messages).toBeGreaterThanOrEqual(rows[0].stock)
  }
})

test('checkouts left while the scheduler was gone are ended within thirty seconds of its return', {
  timeout: 120_000,
}, async () => {
  await world.killInngest()
  const requests = await leaveOrders()
  await world.reviveInngest()
  const backAtMs = Date.now()
  const orders = await untilEnded(requests)
  expect(orders.map(({ saga }) => saga)).toEqual(inTurn)
  expect(Math.max(...orders.map(({ endedAtMs }) => endedAtMs)) - backAtMs).toBeLessThan(BOUND_S * 1_000)
})
