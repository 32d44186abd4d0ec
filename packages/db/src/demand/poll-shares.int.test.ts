import type { Lean } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSignalFactsReader } from '../behaviour/signal-facts-reader'
import { seedDatabase } from '../seed/seed-database'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { readSupplyOfSkus } from './read-supply-of-skus'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDatabase(database.pool, { products: 60, seed: 7 })
})
afterAll(() => database.drop())

/** Somebody answers a question whose one answer stands for this. */
const answered = async (lean: Omit<Lean, 'weight'>): Promise<void> => {
  const { pool } = database
  await pool.query('DELETE FROM poll')
  const options = [{ id: 'one', label: 'One', leans: [{ ...lean, weight: 6 }] }]
  await pool.query(
    `INSERT INTO poll (id, question, options, is_active, position) VALUES ('asked', 'Which?', $1, true, 1)`,
    [JSON.stringify(options)],
  )
  await pool.query(`INSERT INTO poll_answer (poll_id, person, option_id) VALUES ('asked', 'v:somebody', 'one')`)
}

test('an answer counts for the SKUs of what it stands for, in every dimension of taste, and for no other', async () => {
  const { pool } = database
  const { rows } = await pool.query<{ id: number; product_id: number; colour: string }>(
    'SELECT id, product_id, colour FROM variant ORDER BY id',
  )
  const facts = await createSignalFactsReader({ pool, nowMs: Date.now }).of(rows.map((row) => row.product_id))
  const [first] = rows
  const one = facts.get(first?.product_id ?? 0)
  const family = one?.colours[first?.colour ?? '']
  if (!one || family === undefined) throw new Error('the seed has no piece')
  const { category, brand, style, material, price } = one
  const wanted = { category, brand, style, material, price, colour: family }
  for (const [dimension, value] of Object.entries(wanted)) {
    await answered({ dimension: dimension as Lean['dimension'], value })
    const supply = await readSupplyOfSkus(pool)
    for (const { id, product_id, colour } of rows) {
      const piece = facts.get(product_id)
      const own = { ...piece, colour: piece?.colours[colour] }
      const isMeant = own[dimension as Lean['dimension']] === value
      expect([dimension, id, supply.get(id)?.pollShare]).toEqual([dimension, id, isMeant ? 1 : 0])
    }
  }
})
