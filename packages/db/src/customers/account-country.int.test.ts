import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../testing'
import { createAccountCountry } from './account-country'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
  for (const id of ['ada', 'bo']) {
    await database.pool.query('INSERT INTO users (id, name, email) VALUES ($1, $1, $2)', [id, `${id}@example.org`])
  }
})
afterAll(() => database.drop())

test('an account takes the country of the browser it is first met in, and keeps its own in every other', async () => {
  const countries = createAccountCountry(database.pool)
  expect(await countries.meet('ada', undefined)).toBeUndefined()
  expect(await countries.meet('ada', 'DK')).toBe('DK')
  expect(await countries.meet('ada', 'FR')).toBe('DK')
  expect(await countries.meet('bo', 'FR')).toBe('FR')
})

test('what is chosen takes the place of what was, and can be taken back', async () => {
  const countries = createAccountCountry(database.pool)
  await countries.keep('ada', 'AT')
  expect(await countries.meet('ada', 'FR')).toBe('AT')
  await countries.keep('ada', undefined)
  expect(await countries.meet('ada', undefined)).toBeUndefined()
  expect(await countries.meet('nobody', 'FR')).toBeUndefined()
})
