import { createSizeAdvice } from '@selvedge/core'
import { parseFit } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseGestures, exportGestures, mergeGestures } from '../gestures/people'
import { loadArtefact } from '../recs/artefact-store'
import { seedDatabase } from '../seed/index'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createWearers } from './body-answers'
import { createFitAdvisor, type FitAdvisor } from './fit-advisor'
import { trainFitModel } from './train-fit-model'

let database: TestDatabase
let advisor: FitAdvisor
beforeAll(async () => {
  database = await createTestDatabase(2)
  await seedDatabase(database.pool, { products: 120, seed: 3, today: new Date('2026-11-23T00:00:00Z') })
  await trainFitModel(database.pool, () => 0)
  advisor = createFitAdvisor({
    pool: database.pool,
    intervalMs: 3_600_000,
    onFault: (fault) => {
      throw fault
    },
  })
  await advisor.refresh()
})
afterAll(async () => {
  advisor.stop()
  await database.drop()
})

const advice = () => createSizeAdvice({ ...createWearers(database.pool), ask: advisor.ask })

/** A much worn product of clothes sold as S, M, L. */
const wornProduct = async (): Promise<number> => {
  const { rows } = await database.pool.query<{ product_id: number }>(
    `SELECT l.product_id FROM order_line l JOIN orders o ON o.id = l.order_id AND o.state = 'delivered'
     WHERE EXISTS (SELECT 1 FROM variant v WHERE v.product_id = l.product_id AND v.size = 'M')
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  )
  return rows[0]?.product_id ?? 0
}

test('how pieces fit is learned from what was kept and sent back, and published once', async () => {
  expect(await trainFitModel(database.pool, () => 0)).toMatchObject({ name: 'fit', isNew: false })
  const loaded = await loadArtefact(database.pool, 'fit')
  if (!loaded) throw new Error('no fit model')
  const [small, kept, large] = parseFit(loaded.artefact).counts.all
  expect(kept).toBeGreaterThan(400)
  expect(small).toBeGreaterThan(5)
  expect(large).toBeGreaterThan(5)
})

test('a stranger is told that nothing is known, somebody who told a usual size is advised one of the piece', async () => {
  const productId = await wornProduct()
  expect(await advice().advise(productId, 'v:stranger')).toMatchObject({ state: 'unknown', why: 'nothing-known' })
  await advice().tell('v:guest', { usualSize: 'M', heightCm: 178 })
  expect(await advice().told('v:guest')).toEqual({ usualSize: 'M', heightCm: 178 })
  const told = await advice().advise(productId, 'v:guest')
  if (told.state !== 'advised') throw new Error(`no advice: ${JSON.stringify(told)}`)
  expect(['S', 'M', 'L']).toContain(told.size)
  expect(told.confidence).toBeGreaterThan(0.55)
  expect(told.from).toEqual(['told'])
})

test('height and weight alone are advised by a table of sizes, as that and not as what buyers kept', async () => {
  const { rows } = await database.pool.query<{ id: number }>(
    `SELECT p.id FROM product p JOIN variant v ON v.product_id = p.id
     WHERE p.department = 'men' AND p.category IN ('tops', 'knitwear') AND v.size IN ('S', 'M', 'L')
     GROUP BY 1 HAVING count(DISTINCT v.size) = 3 ORDER BY 1 LIMIT 1`,
  )
  await advice().tell('v:built', { heightCm: 178, weightKg: 78 })
  expect(await advice().advise(rows[0]?.id ?? 0, 'v:built')).toMatchObject({
    state: 'advised',
    size: 'M',
    from: ['body'],
  })
})

test('what an account kept speaks for it', async () => {
  const { rows } = await database.pool.query<{ user_id: string }>(
    `SELECT o.user_id FROM orders o JOIN order_line l ON l.order_id = o.id
     WHERE o.user_id IS NOT NULL AND o.state = 'delivered' AND l.size IN ('S', 'M', 'L') GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  )
  const given = await advice().advise(await wornProduct(), `u:${rows[0]?.user_id}`)
  expect(given.state === 'advised' ? given.from : given).toEqual(['purchases'])
})

test('pieces sent back as too small speak for a larger size, or against being sure', async () => {
  const { pool } = database
  const productId = await wornProduct()
  const { rows } = await pool.query<{ user_id: string; order_ids: string[] }>(
    `SELECT o.user_id, array_agg(DISTINCT o.id::text) AS order_ids FROM orders o JOIN order_line l ON l.order_id = o.id
     WHERE o.user_id IS NOT NULL AND o.state = 'delivered' AND l.size = 'M'
       AND NOT EXISTS (SELECT 1 FROM return_request r WHERE r.order_id = o.id)
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  )
  const [buyer] = rows
  if (buyer === undefined) throw new Error('nobody kept an M')
  const kept = await advice().advise(productId, `u:${buyer.user_id}`)
  if (kept.state !== 'advised') throw new Error(`no advice: ${JSON.stringify(kept)}`)
  await pool.query(
    `WITH asked AS (
       INSERT INTO return_request (request_id, order_id, state)
       SELECT gen_random_uuid(), id::uuid, 'received' FROM unnest($1::text[]) id RETURNING id, order_id)
     INSERT INTO return_line (return_id, line_no, order_line_no, variant_id, quantity, reason)
     SELECT a.id, l.line_no, l.line_no, l.variant_id, 1, 'too-small' FROM asked a JOIN order_line l ON l.order_id = a.order_id
     WHERE l.size = 'M'`,
    [buyer.order_ids],
  )
  const sentBack = await advice().advise(productId, `u:${buyer.user_id}`)
  const order = ['XS', 'S', 'M', 'L', 'XL']
  if (sentBack.state === 'advised' && sentBack.size === kept.size) {
    expect(sentBack.confidence).toBeLessThan(kept.confidence)
  } else if (sentBack.state === 'advised') {
    expect(order.indexOf(sentBack.size)).toBeGreaterThan(order.indexOf(kept.size))
  } else expect(sentBack.state).toBe('unknown')
})

test('what was told goes with its teller: into the account, into the export, and away', async () => {
  const { pool } = database
  await advice().tell('v:moving', { usualSize: 'L' })
  await mergeGestures(pool, 'v:moving', 'u:mover', 'mover')
  expect(await advice().told('v:moving')).toBeUndefined()
  expect((await exportGestures(pool, 'u:mover')).body).toEqual([expect.objectContaining({ usual_size: 'L' })])
  await eraseGestures(pool, 'u:mover', { lists: false })
  expect(await advice().told('u:mover')).toBeUndefined()
})
