import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorker, type Worker } from './root'
import { fillBag, openShop, orderFor, origin, type Shop } from './testing/checkout/open-shop'
import { createWorkerWorld, type WorkerWorld } from './testing/worker-world'

const ORDERS = 6
let world: WorkerWorld
let worker: Worker | undefined
let shop: Shop

beforeAll(async () => {
  world = await createWorkerWorld()
  shop = openShop(world.database.url, {
    payments: (bank) => ({
      ...bank,
      authorise: async () => {
        throw new Error('connection refused')
      },
    }),
  })
  // Nobody but the scheduler finds what is left.
  worker = createWorker(world.environment({ CHECKOUT_SWEEP_MS: '3600000' }))
  await worker.start()
})
afterAll(async () => {
  await worker?.stop()
  await shop.close()
  await world.stop()
})

test('checkouts that nobody ended in line are finished by the scheduler, all of a second by one run', {
  timeout: 90_000,
}, async () => {
  for (let n = 0; n < ORDERS; n += 1) {
    const cartId = await fillBag(shop, [`SKU-${1 + (n % 5)}`])
    await expect(shop.checkout.place({ cartId, origin }, orderFor(1))).rejects.toThrow('connection refused')
  }
  const states = async () => {
    const { rows } = await shop.pool.query<{ state: string }>('SELECT state FROM orders')
    return rows.map(({ state }) => state)
  }
  expect(await states()).toEqual(Array.from({ length: ORDERS }, () => 'placing'))
  await expect
    .poll(states, { timeout: 60_000, interval: 250 })
    .toEqual(Array.from({ length: ORDERS }, () => 'confirmed'))
})
