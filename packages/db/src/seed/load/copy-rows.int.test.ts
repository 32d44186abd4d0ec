import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/index'
import { copyRows } from './copy-rows'

let database: TestDatabase
let client: PoolClient
beforeAll(async () => {
  database = await createTestDatabase(1)
  client = await database.pool.connect()
  await client.query('CREATE TEMP TABLE sample (id int, said text, facts jsonb, at timestamptz, maybe int)')
})
afterAll(async () => {
  client.release()
  await database.drop()
})

test('what is written comes back letter for letter', async () => {
  const texts = ['plain', 'a\ttab', 'a\nline', 'a \\ and \\N', 'crêpe – “quoted” 38 × 81', '', '\\.']
  const at = new Date('2026-11-23T10:11:12.345Z')
  const count = await copyRows(
    client,
    'sample',
    ['id', 'said', 'facts', 'at', 'maybe'],
    texts.map((text, id) => [id, text, { text }, at, undefined]),
  )
  expect(count).toBe(texts.length)
  const { rows } = await client.query('SELECT said, facts, at, maybe FROM sample ORDER BY id')
  expect(rows).toEqual(texts.map((said) => ({ said, facts: { text: said }, at, maybe: null })))
})

test('a row of another length is a fault and writes nothing', async () => {
  await client.query('TRUNCATE sample')
  await expect(copyRows(client, 'sample', ['id', 'said'], [[1, 'a'], [2]])).rejects.toThrow(/1 cells for 2 columns/)
  const { rows } = await client.query('SELECT 1 FROM sample')
  expect(rows).toEqual([])
})

test('no rows at all is fine', async () => {
  expect(await copyRows(client, 'sample', ['id'], [])).toBe(0)
})
