import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldPolicy, type HoldPolicyDesk } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChannelReader } from '../bag/channel-reader'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createHoldPolicyDesk } from './hold-policy-desk'

let database: TestDatabase
let engine: PgStockEngine
let desk: HoldPolicyDesk

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [100] })
  await database.pool.query(
    `INSERT INTO channel (code, name, currency, hold_policy, tax_rate_bp) VALUES ('eu', 'Europe', 'EUR', '{}', 2100)`,
  )
  engine = createStockEngine({ pool: database.pool })
  desk = createHoldPolicyDesk(database)
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

const hold = async (units: number, policy: HoldPolicy, addressKey: string) =>
  engine.execute({
    kind: 'hold',
    purpose: 'checkout',
    origin: { actor: 'guest:a', correlationId: 'policy' },
    policy,
    holder: { cartId: randomUUID(), addressKey },
    lines: [{ reservationId: randomUUID(), variantId: 1, units }],
  })

test('a limit per customer that is set for a channel binds the holds of its shoppers', async () => {
  expect(await desk.channels()).toEqual([{ code: 'eu', name: 'Europe', policy: DEFAULT_HOLD_POLICY }])
  const policy = { ...DEFAULT_HOLD_POLICY, perCustomer: { units: 2, windowMs: 86_400_000 } }
  expect(await desk.save({ channel: 'eu', seen: DEFAULT_HOLD_POLICY, policy })).toEqual({
    ok: true,
    value: { before: DEFAULT_HOLD_POLICY },
  })
  const { holdPolicy } = await createChannelReader(database).current()
  expect(holdPolicy).toEqual(policy)
  expect(await hold(2, holdPolicy, 'loom street 1')).toMatchObject({ ok: true })
  expect(await hold(1, holdPolicy, 'loom street 1')).toMatchObject({ ok: false })
  expect(await hold(1, holdPolicy, 'loom street 2')).toMatchObject({ ok: true })
})

test('of two who set a policy at once one is told; a channel that is none is refused', async () => {
  const [channel] = await desk.channels()
  if (!channel) throw new Error('no channel')
  const to = (maxLines: number) =>
    desk.save({ channel: 'eu', seen: channel.policy, policy: { ...channel.policy, maxLines } })
  const answers = await Promise.all([to(11), to(12)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'HOLD_POLICY_CHANGED', channel: 'eu' } })
  expect(await desk.save({ channel: 'moon', seen: channel.policy, policy: channel.policy })).toEqual({
    ok: false,
    error: { code: 'UNKNOWN_CHANNEL', channel: 'moon' },
  })
})
