import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements, standing } from './agreement'
import { fillBag, openShop, orderFor, origin, type Shop } from './open-shop'
import type { WorkBeforeDeath } from './place-and-die'
import type { Trouble } from './troubles'

const deaths = (trouble: Trouble, ends: string, steps: readonly string[]) =>
  steps.flatMap((step) => (['before', 'after'] as const).map((moment) => ({ step, moment, trouble, ends })))

/** Every one with a bag and a SKU of its own. */
const DEATHS = [
  ...deaths('none', 'confirmed', ['begin', 'hold', 'authorise', 'commit', 'capture', 'confirm']),
  ...deaths('declined', 'payment_failed', ['authorise']),
  ...deaths('hold-ends', 'confirmed', ['retake']),
  ...deaths('hold-ends-and-units-go', 'cancelled', ['retake', 'undo-stock', 'undo-payment']),
  ...deaths('capture-refused', 'payment_failed', ['undo-stock', 'undo-payment']),
].map((death, nth) => ({
  ...death,
  variantId: 101 + nth,
  cartId: randomUUID(),
  order: orderFor(1, death.trouble === 'declined' ? { paymentMethod: 'card-decline' } : {}),
}))

const ALONE = ['after commit none', 'after capture none', 'after undo-payment capture-refused']
/** An order that neither stands at its moment nor ends; its process is ended, and its name is in the timeline. */
const STUCK_MS = 120_000

let database: TestDatabase
let shop: Shop

/** Places orders in a process of its own, each up to its moment, and answers the signal that ended it. */
const placeAndDie = (work: WorkBeforeDeath): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./place-and-die.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(work)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const isStuck = setTimeout(() => child.kill('SIGTERM'), STUCK_MS)
    child.once('error', reject)
    child.once('exit', (_code, signal) => {
      clearTimeout(isStuck)
      resolve(signal)
    })
  })

// One process dies with an order at nearly every moment: to start one costs more than all that its orders do. Where
// stock and money move it dies with nothing else on its hands, at that very moment.
beforeAll(async () => {
  database = await createTestDatabase()
  shop = openShop(database.url)
  for (const { variantId, cartId } of DEATHS) {
    await insertStock(database.pool, { variantId, units: [2] })
    await fillBag(shop, [`SKU-${variantId}`], cartId)
  }
  const alone = DEATHS.filter(({ step, moment, trouble }) => ALONE.includes(`${moment} ${step} ${trouble}`))
  const together = DEATHS.filter((death) => !alone.includes(death))
  const works = [together, ...alone.map((death) => [death])].map((deaths) => ({ url: database.url, deaths }))
  expect(await Promise.all(works.map(placeAndDie))).toEqual(works.map(() => 'SIGKILL'))
})
afterAll(async () => {
  await shop.close()
  await database.drop()
})

test.concurrent.for(DEATHS)(
  'a process that dies $moment $step ($trouble) leaves an order that ends $ends, and stock and money agree',
  async ({ step, moment, trouble, ends, cartId, order }, { expect: here }) => {
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
