import { parseFactors, parseNeighbours, parseSessionIndex, sessionNeighbours, similarTo } from '@selvedge/recs'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBehaviourLog } from '../behaviour/behaviour-log'
import { createConsentStore } from '../behaviour/consent-store'
import { seedDatabase } from '../seed/index'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { loadArtefact } from './artefact-store'
import { createModelRegistry } from './model-registry'
import { readPersonProducts } from './read-interactions'
import { trainNeighbours } from './train-neighbours'
import { trainShop } from './train-shop'
import { trainTogether } from './train-together'
import { interactionsParquet } from './trainer-files'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
  await seedDatabase(database.pool, { products: 60, seed: 3, today: new Date('2026-11-23T00:00:00Z') })
  await database.pool.query(
    `INSERT INTO behaviour_event
       (logged_on, event_id, person, session_id, sequence, occurred_at, received_at, kind, product_id, signal)
     SELECT '2026-11-23', gen_random_uuid(), 'v:' || s, ('00000000-0000-4000-8000-' || lpad(s::text, 12, '0'))::uuid, n,
            '2026-11-23T10:00:00Z'::timestamptz + n * interval '1 minute', '2026-11-23T11:00:00Z', 'view', n, '{"kind":"view"}'
     FROM generate_series(1, 20) s, generate_series(1, 3) n`,
  )
})
afterAll(() => database.drop())

test('the shop trains neighbours, factors, sessions and fit on what people did, and publishes each once', async () => {
  const first = await trainShop(database.pool, () => 0)
  expect(first.map(({ name, isNew }) => [name, isNew])).toEqual([
    ['neighbours', true],
    ['factors', true],
    ['sessions', true],
    ['fit', true],
  ])
  expect((await trainShop(database.pool, () => 0)).every(({ isNew }) => !isNew)).toBe(true)

  const load = async (name: string) => {
    const loaded = await loadArtefact(database.pool, name)
    if (!loaded) throw new Error(`no ${name}`)
    return loaded.artefact
  }
  const neighbours = parseNeighbours(await load('neighbours'))
  expect(similarTo(neighbours, 1, 5).itemIds.length).toBeGreaterThan(0)
  expect(parseFactors(await load('factors')).itemIds).toEqual(neighbours.itemIds)
  const sessions = sessionNeighbours(parseSessionIndex(await load('sessions')))
  expect([...sessions.retrieve({ session: [1], past: [] }, 5).itemIds]).toEqual(expect.arrayContaining([2, 3]))
})

test('every model says how it foretold what came last, and its factors are alive', async () => {
  await trainShop(database.pool, () => 0)
  await trainTogether(database.pool, new Date('2026-11-23T00:00:00Z'))
  const said = new Map((await createModelRegistry(database).list()).map(({ name, metrics }) => [name, metrics]))
  for (const name of ['neighbours', 'factors']) {
    const { ndcg_at_20: ndcg = 0, recall_at_20: recall = 0, people = 0 } = said.get(name) ?? {}
    expect(ndcg > 0 && ndcg < 1 && recall > 0 && recall < 1, name).toBe(true)
    expect(people).toBeGreaterThan(20)
  }
  expect(said.get('sessions')?.hr_at_20).toBeGreaterThan(0)
  expect(said.get('fit')?.ece).toBeLessThan(0.2)
  expect(said.get('bought-together')?.hr_at_10).toBeGreaterThan(0)
  const loaded = await loadArtefact(database.pool, 'factors')
  if (!loaded) throw new Error('no factors')
  const { vectors, dimensions, ridge } = parseFactors(loaded.artefact)
  const lengths = Array.from({ length: vectors.length / dimensions }, (_, row) =>
    Math.hypot(...vectors.subarray(row * dimensions, (row + 1) * dimensions)),
  ).sort((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeGreaterThan(0.05)
  expect(ridge).toBeGreaterThan(0)
})

test('an order counts more than a view, and a cancelled one not at all', async () => {
  const deeds = await readPersonProducts(database.pool)
  expect(deeds.filter(({ person }) => person === 'v:1').map(({ weight }) => weight)).toEqual([1, 1, 1])
  expect(deeds.some(({ weight }) => weight === 5)).toBe(true)
})

test('orders teach under their account only where it allows it, and not from before its history was erased', async () => {
  const { pool } = database
  const { rows } = await pool.query<{ user_id: string }>(
    `SELECT user_id FROM orders WHERE user_id IS NOT NULL AND state IN ('shipped', 'delivered')
     GROUP BY user_id HAVING count(*) > 1 ORDER BY user_id LIMIT 2`,
  )
  const [refuses = '', forgotten = ''] = rows.map(({ user_id }) => user_id)
  const weightOf = async (user: string) => {
    const deeds = await readPersonProducts(pool)
    const { rows: orders } = await pool.query<{ id: string }>('SELECT id FROM orders WHERE user_id = $1', [user])
    const anonymous = new Set(orders.map(({ id }) => `o:${id}`))
    return {
      named: deeds.filter(({ person }) => person === `u:${user}`).length,
      anonymous: deeds.filter(({ person }) => anonymous.has(person)).length,
    }
  }
  const before = await weightOf(refuses)
  expect(before.named).toBeGreaterThan(0)
  expect(before.anonymous).toBe(0)

  await createConsentStore({ pool }).write(`u:${refuses}`, false)
  await createBehaviourLog({ pool }).erase(`u:${refuses}`)
  const refused = await weightOf(refuses)
  expect(refused.named).toBe(0)
  expect(refused.anonymous).toBeGreaterThan(0)

  // Who still allows it and had the history erased begins anew: later orders are theirs, earlier ones nobody's.
  expect(await createBehaviourLog({ pool }).erase(`u:${forgotten}`)).toBeGreaterThan(0)
  expect((await weightOf(forgotten)).named).toBe(0)
  await pool.query(
    `UPDATE orders SET placed_at = clock_timestamp() + interval '1 minute'
     WHERE id = (SELECT id FROM orders WHERE user_id = $1 AND state = 'delivered' ORDER BY placed_at DESC, id LIMIT 1)`,
    [forgotten],
  )
  expect((await weightOf(forgotten)).named).toBeGreaterThan(0)
  const file = await parquetReadObjects({
    file: Uint8Array.from(interactionsParquet(await readPersonProducts(pool))).buffer,
  })
  expect(JSON.stringify(file.map(({ person }) => person))).not.toContain(`u:${refuses}`)
})

test('neighbours alone are trained on what was done since, without the other models', async () => {
  const { pool } = database
  await trainShop(pool, () => 0)
  const near = async () => {
    const loaded = await loadArtefact(pool, 'neighbours')
    if (!loaded) throw new Error('no neighbours')
    return [...similarTo(parseNeighbours(loaded.artefact), 41, 3).itemIds]
  }
  const factors = (await loadArtefact(pool, 'factors'))?.version
  expect(await near()).not.toContain(58)
  await pool.query(
    `INSERT INTO behaviour_event (logged_on, event_id, person, sequence, occurred_at, received_at, kind, product_id, signal)
     SELECT '2026-11-23', gen_random_uuid(), 'v:new' || s, n, '2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z', 'add',
            (ARRAY[41, 58])[n], '{"kind":"add"}'
     FROM generate_series(1, 200) s, generate_series(1, 2) n`,
  )
  expect(await trainNeighbours(pool, () => 0)).toMatchObject({ name: 'neighbours', isNew: true })
  expect((await near())[0]).toBe(58)
  expect((await loadArtefact(pool, 'factors'))?.version).toBe(factors)
  expect(await trainNeighbours(pool, () => 0)).toMatchObject({ isNew: false })
})
