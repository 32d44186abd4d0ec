import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldUnits } from '@selvedge/core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { type Acknowledged, checkHistory } from './check-history'
import { createStockEngine, type PgStockEngine } from './stock-engine'
import { createStockReader } from './stock-reader'

let database: TestDatabase
/** Each with connections and a queue of its own, as in four processes. */
let engines: PgStockEngine[] = []
let variantId = 0
/** Holds that somebody was told they have; each must be in the history exactly once. */
const acknowledged = new Map<string, Acknowledged>()
const origin = { actor: 'test', correlationId: 'test' }
const policy = { ...DEFAULT_HOLD_POLICY, holderSharePerMille: 1_000, heatPerMille: 1_000 }

const hold = (extra: Partial<HoldUnits> = {}): HoldUnits => ({
  kind: 'hold',
  purpose: 'bag',
  origin,
  policy,
  holder: { cartId: randomUUID() },
  lines: [{ reservationId: randomUUID(), variantId, units: 1 }],
  ...extra,
})
const engineOf = (n: number): PgStockEngine => {
  const engine = engines[n % engines.length]
  if (!engine) throw new Error('no engine')
  return engine
}

/** Asks the engine of one process, and remembers what it promised. */
const ask = async (n: number, command: HoldUnits) => {
  const answer = await engineOf(n).execute(command)
  if (!answer.ok) return answer
  const { cartId } = command.holder
  for (const { reservationId, units } of command.lines)
    acknowledged.set(reservationId, { cartId, reservationId, units })
  return answer
}

beforeAll(async () => {
  database = await createTestDatabase(4)
  await insertStock(database.pool, { variantId: 90_000, units: [1, 1] })
  engines = Array.from({ length: 4 }, () => createStockEngine({ pool: database.pool, lanes: 2 }))
})
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()))
  await database.drop()
})
beforeEach(() => {
  variantId += 1
})
afterEach(async () => expect(await checkHistory(database.pool, [...acknowledged.values()])).toEqual([]))

test.each([
  [50, 1],
  [200, 1],
  [50, 4],
  [200, 4],
])(
  'last unit: %i shoppers over %i processes, one of them gets it and every loser is told why',
  async (holders, over) => {
    await insertStock(database.pool, { variantId, units: [1] })
    const answers = await Promise.all(Array.from({ length: holders }, (_, n) => ask(n % over, hold())))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'OUT_OF_STOCK')).toHaveLength(holders - 1)
  },
)

test('last units to come: a pre-order cap is never passed, from four processes', async () => {
  await insertStock(database.pool, { variantId, units: [2] })
  const settings = [{ variantId, recordId: variantId * 10, oversellCap: 7 }]
  await engineOf(0).execute({ kind: 'configure', origin, settings })
  const future = () => hold({ lines: [{ reservationId: randomUUID(), variantId, units: 1, allowFuture: true }] })
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(n, future())))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(9)
})

test('one id sent twenty times to four processes is one hold; the same id with another content is refused', async () => {
  await insertStock(database.pool, { variantId, units: [50] })
  const command = hold()
  const line = { reservationId: command.lines[0]?.reservationId ?? '', variantId, units: 2 }
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => ask(n, n % 2 ? command : { ...command, lines: [line] })),
  )
  const [granted, refused] = [answers.filter((answer) => answer.ok), answers.filter((answer) => !answer.ok)]
  expect(granted).toHaveLength(20)
  expect(refused.every((answer) => !answer.ok && answer.error.code === 'RESERVATION_ID_REUSED')).toBe(true)
  const reserved = (await createStockReader({ pool: database.pool }).levels([variantId * 10]))[0]?.reserved
  expect([1, 2]).toContain(reserved)
})

test('a count during sales: every unit sold or counted away is accounted for', async () => {
  await insertStock(database.pool, { variantId, units: [60] })
  const count = (quantity: number) =>
    engineOf(3).execute({
      kind: 'observe',
      origin,
      observations: [{ variantId, recordId: variantId * 10, type: 'Counted', quantity, reason: 'count' }],
    })
  const answers = await Promise.all(Array.from({ length: 80 }, (_, n) => (n % 8 === 7 ? count(-4) : ask(n, hold()))))
  expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(20)
  const level = (await createStockReader({ pool: database.pool }).levels([variantId * 10]))[0]
  expect(level).toMatchObject({ onHand: 20, short: 0 })
  expect(level?.reserved).toBeLessThanOrEqual(20)
})

test('a command that names things of another SKU is refused alone, and its neighbours are not disturbed', async () => {
  await insertStock(database.pool, { variantId, units: [5] })
  const first = hold()
  await ask(0, first)
  const holds = [{ reservationId: first.lines[0]?.reservationId ?? '', variantId: 90_000 }]
  const wrong = { kind: 'commit', origin, cartId: first.holder.cartId, holds } as const
  const [answer, neighbour] = await Promise.all([engineOf(0).execute(wrong), ask(0, hold())])
  expect(answer).toMatchObject({ ok: false, error: { code: 'RESERVATION_NOT_FOUND' } })
  expect(neighbour.ok).toBe(true)
})

test('commit against expiry, 10,000 times: one of the two wins each time, both do, and the sums are exact', async () => {
  const pairs = 10_000
  const ttlMs = 1_000
  await insertStock(database.pool, { variantId, units: [pairs] })
  let committed = 0
  let expired = 0
  const pair = async (n: number): Promise<void> => {
    const command = hold({ policy: { ...policy, ttlMs } })
    expect((await ask(n, command)).ok).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, (n * 37) % (1.6 * ttlMs)))
    if (n % 500 === 0) await engineOf(n).expireDue(1_000)
    const holds = [{ reservationId: command.lines[0]?.reservationId ?? '', variantId }]
    const answer = await engineOf(n + 1).execute({ kind: 'commit', origin, cartId: command.holder.cartId, holds })
    if (answer.ok) committed += 1
    else {
      expect(answer.error).toMatchObject({ code: 'RESERVATION_RESOLVED', as: 'expired' })
      expired += 1
    }
  }
  // As many at a time as a loaded machine answers well within the life of a hold.
  let next = 0
  const shopper = async (): Promise<void> => {
    while (next < pairs) await pair(next++)
  }
  await Promise.all(Array.from({ length: 1_000 }, shopper))
  expect(committed + expired).toBe(pairs)
  expect(Math.min(committed, expired)).toBeGreaterThan(0)
  const level = (await createStockReader({ pool: database.pool }).levels([variantId * 10]))[0]
  expect(level).toMatchObject({ allocated: committed, reserved: 0, onHand: pairs })
})
