import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PlaceOrder } from '@selvedge/core'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements, standing } from './agreement'
import { fillBag, openShop, orderFor, origin, type Shop } from './open-shop'
import type { Trouble } from './troubles'

let database: TestDatabase
let shop: Shop
let lastVariant = 100

beforeAll(async () => {
  database = await createTestDatabase()
  shop = openShop(database.url)
})
afterAll(async () => {
  await shop.close()
  await database.drop()
})

type Death = { readonly step: string; readonly moment: 'before' | 'after'; readonly trouble: Trouble }

/** Runs place-order in a process of its own and waits for its end. */
const placeAndDie = (work: Death & { cartId: string; variantId: number; order: PlaceOrder }): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./place-and-die.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify({ ...work, url: database.url })], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', reject)
    child.once('exit', (_code, signal) => resolve(signal))
  })

const deaths = (trouble: Trouble, ends: string, steps: readonly string[]) =>
  steps.flatMap((step) => (['before', 'after'] as const).map((moment) => ({ step, moment, trouble, ends })))

test.concurrent.for([
  ...deaths('none', 'confirmed', ['begin', 'hold', 'authorise', 'commit', 'capture', 'confirm']),
  ...deaths('declined', 'payment_failed', ['authorise']),
  ...deaths('hold-ends', 'confirmed', ['retake']),
  ...deaths('hold-ends-and-units-go', 'cancelled', ['retake', 'undo-stock', 'undo-payment']),
  ...deaths('capture-refused', 'payment_failed', ['undo-stock', 'undo-payment']),
])(
  'a process that dies $moment $step ($trouble) leaves an order that ends $ends, and stock and money agree',
  { timeout: 120_000 },
  async ({ step, moment, trouble, ends }, { expect: here }) => {
    lastVariant += 1
    const variantId = lastVariant
    await insertStock(database.pool, { variantId, units: [2] })
    const cartId = await fillBag(shop, [`SKU-${variantId}`])
    const order = orderFor(1, trouble === 'declined' ? { paymentMethod: 'card-decline' } : {})

    here(await placeAndDie({ step, moment, trouble, cartId, variantId, order })).toBe('SIGKILL')

    if (step === 'begin' && moment === 'before') {
      here((await shop.bag.get(cartId)).lines).toMatchObject([{ hold: { state: 'held' } }])
    } else {
      await here.poll(() => shop.checkout.resume(order.orderId), { timeout: 10_000, interval: 100 }).toBe('terminal')
    }
    // The shopper's browser never got an answer, and sends the same order again.
    const again = await shop.checkout.place({ cartId, origin }, order)
    const { order: state, bank, allocated } = await standing(shop, order.orderId)
    here(state).toBe(ends)
    here(again.ok).toBe(ends === 'confirmed')
    here(bank).toBe(ends === 'confirmed' ? 'captured' : trouble === 'declined' ? 'declined' : 'voided')
    here(allocated).toBe(ends === 'confirmed' ? 1 : 0)
  },
)

test('after all of it, every order, payment and unit in the shop agrees', async () => {
  expect(await disagreements(shop)).toEqual([])
})
