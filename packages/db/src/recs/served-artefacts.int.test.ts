import {
  basisOf,
  buildCatalogueTable,
  countNeighbours,
  neighboursArtefact,
  serialiseArtefact,
  sessionArtefact,
  trainSessionIndex,
} from '@selvedge/recs'
import { drawProducts } from '@selvedge/recs/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { publishArtefact } from './artefact-store'
import { createServedArtefacts } from './served-artefacts'
import { SHOP_MODELS, versioned } from './shop-models'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(5)
})
afterAll(() => database.drop())

const header = (name: string) => ({ name, version: '', window: { from: null, to: null }, metrics: {}, facts: {} })

/** Publishes neighbours as somebody counts them who has these pieces together. */
const publishNeighbours = (itemIds: readonly number[]) => {
  const basis = basisOf(itemIds.map((itemId) => ({ person: 1, itemId })))
  const model = countNeighbours(basis, { neighbours: 4 })
  return publishArtefact(
    database.pool,
    serialiseArtefact(versioned(neighboursArtefact(header(SHOP_MODELS.neighbours), model))),
  )
}
const publishSessions = (itemIds: readonly number[]) => {
  const index = trainSessionIndex([{ itemIds, endedAt: 0 }])
  return publishArtefact(
    database.pool,
    serialiseArtefact(versioned(sessionArtefact(header(SHOP_MODELS.sessions), index))),
  )
}
const table = buildCatalogueTable(drawProducts(40, 3))

test('of another version only what it brings is laid anew, over another table everything', async () => {
  const artefacts = createServedArtefacts({
    pool: database.pool,
    nowMs: () => 0,
    onFault: (fault) => {
      throw fault
    },
  })
  await publishNeighbours([1, 2])
  await publishSessions([3, 4])
  expect(await artefacts.refresh()).toBe(true)
  const before = artefacts.placedOn(table)
  expect(artefacts.placedOn(table).models.neighbours).toBe(before.models.neighbours)

  const { version } = await publishNeighbours([1, 5])
  expect(await artefacts.refresh()).toBe(true)
  const after = artefacts.placedOn(table)
  expect(after.models.sessions).toBe(before.models.sessions)
  expect(after.models.neighbours).not.toBe(before.models.neighbours)
  expect(after.versions).toEqual({ ...before.versions, neighbours: version })
  const [from, places] = [after.models.neighbours?.from, after.models.neighbours?.places]
  expect(places?.[from?.[table.placeOf(1)] ?? -1]).toBe(table.placeOf(5))

  const elsewhere = artefacts.placedOn(buildCatalogueTable(drawProducts(30, 3)))
  expect(elsewhere.models.sessions).not.toBe(before.models.sessions)
  expect(elsewhere.versions).toEqual(after.versions)
})

test('a broken file is read and told once a minute; another version is taken in at once', async () => {
  let nowMs = 0
  const faults: unknown[] = []
  const artefacts = createServedArtefacts({
    pool: database.pool,
    nowMs: () => nowMs,
    onFault: (fault) => void faults.push(fault),
  })
  await publishNeighbours([1, 7])
  await artefacts.refresh()
  const good = artefacts.placedOn(table).versions.neighbours
  await publishNeighbours([1, 8])
  await database.pool.query(
    `UPDATE model_artefact SET file = file || '\\x00' WHERE name = '${SHOP_MODELS.neighbours}' AND active`,
  )
  expect(await artefacts.refresh()).toBe(false)
  nowMs += 59_000
  expect(await artefacts.refresh()).toBe(false)
  expect(faults).toHaveLength(1)
  nowMs += 1_000
  expect(await artefacts.refresh()).toBe(false)
  expect(faults).toHaveLength(2)
  expect(artefacts.placedOn(table).versions.neighbours).toBe(good)

  const { version } = await publishNeighbours([1, 9])
  expect(await artefacts.refresh()).toBe(true)
  expect(artefacts.placedOn(table).versions.neighbours).toBe(version)
  expect(faults).toHaveLength(2)
})
