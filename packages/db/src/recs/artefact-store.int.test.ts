import { neighboursArtefact, parseNeighbours, serialiseArtefact } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { loadArtefact, publishArtefact } from './artefact-store'
import { importArtefact } from './import-artefact'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
})
afterAll(() => database.drop())

const model = {
  itemIds: Int32Array.of(1, 2),
  offsets: Int32Array.of(0, 1, 2),
  neighbours: Int32Array.of(1, 0),
  scores: Float32Array.of(0.5, 0.25),
}
const file = (version: string) =>
  serialiseArtefact(
    neighboursArtefact({ name: 'near', version, window: { from: null, to: null }, metrics: {}, facts: {} }, model),
  )

test('a published model is the active one, read back as it was trained', async () => {
  expect(await loadArtefact(database.pool, 'near')).toBeUndefined()
  expect(await publishArtefact(database.pool, file('1'))).toEqual({ version: '1', isNew: true })
  expect(await publishArtefact(database.pool, file('1'))).toEqual({ version: '1', isNew: false })
  const loaded = await loadArtefact(database.pool, 'near')
  expect(loaded && parseNeighbours(loaded.artefact)).toEqual(model)
  expect(await loadArtefact(database.pool, 'near', '1')).toBeUndefined()
})

test('an imported file under a version that is used is refused and changes nothing; the same file is made active again', async () => {
  const other = serialiseArtefact(
    neighboursArtefact(
      { name: 'near', version: '1', window: { from: null, to: null }, metrics: {}, facts: { trained: 'elsewhere' } },
      model,
    ),
  )
  expect(await importArtefact(database.pool, other)).toEqual({
    ok: false,
    error: { code: 'VERSION_USED', name: 'near', version: '1' },
  })
  expect((await loadArtefact(database.pool, 'near'))?.artefact.facts.trained).toBeUndefined()
  expect(await importArtefact(database.pool, file('1.5'))).toMatchObject({ ok: true, value: { isNew: true } })
  expect(await importArtefact(database.pool, file('1'))).toMatchObject({ ok: true })
  expect((await loadArtefact(database.pool, 'near'))?.version).toBe('1')
})

test('the next version takes over, and a damaged file is refused whether it is published or found', async () => {
  await publishArtefact(database.pool, file('2'))
  expect((await loadArtefact(database.pool, 'near', '1'))?.version).toBe('2')
  await expect(publishArtefact(database.pool, file('3').fill(0, 90, 99))).rejects.toThrow(/checksum/)
  await database.pool.query("UPDATE model_artefact SET file = file || '\\x00' WHERE name = 'near' AND version = '2'")
  await expect(loadArtefact(database.pool, 'near')).rejects.toThrow(/checksum/)
})
