import { buildCatalogueTable, serialiseArtefact, sessionArtefact, trainSessionIndex } from '@selvedge/recs'
import { drawProducts } from '@selvedge/recs/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { publishArtefact } from './artefact-store'
import { followVisits } from './live-visits'
import { createServedArtefacts } from './served-artefacts'
import { SHOP_MODELS, versioned } from './shop-models'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
})
afterAll(() => database.drop())

const MINUTE = 60_000
const table = buildCatalogueTable(drawProducts(40, 3))

/** Publishes a model that was trained on visits from the first product to the second, until `toMs`. */
const publish = (visits: readonly (readonly number[])[], toMs: number) => {
  const window = { from: null, to: new Date(toMs).toISOString() }
  const index = trainSessionIndex(visits.map((itemIds, at) => ({ itemIds, endedAt: at })))
  const header = { name: SHOP_MODELS.sessions, version: '', window, metrics: {}, facts: {} }
  return publishArtefact(database.pool, serialiseArtefact(versioned(sessionArtefact(header, index))))
}

/** A visit that looks at products in order, the last of them at `endMs`. */
const visit = (number: number, productIds: readonly number[], endMs: number) =>
  database.pool.query(
    `INSERT INTO behaviour_event
       (logged_on, event_id, person, session_id, sequence, occurred_at, received_at, kind, product_id, signal)
     SELECT ($3::timestamptz AT TIME ZONE 'UTC')::date, gen_random_uuid(), 'v:' || $1, lpad($1, 32, '0')::uuid, n,
            $3::timestamptz - (cardinality($2::int[]) - n) * interval '1 minute', $3, 'view', ($2::int[])[n], '{"kind":"view"}'
     FROM generate_series(1, cardinality($2::int[])) n`,
    [String(number), productIds, new Date(endMs)],
  )

test('a visit that ended is known to the next answers, one that goes on is not yet, and another model begins anew', async () => {
  const startMs = Date.now()
  let nowMs = startMs
  await publish([[1, 2]], startMs - 60 * MINUTE)
  const artefacts = createServedArtefacts({
    pool: database.pool,
    nowMs: () => nowMs,
    onFault: (fault) => {
      throw fault
    },
  })
  await artefacts.refresh()
  const visits = followVisits({ pool: database.pool, artefacts, nowMs: () => nowMs })
  const nextOf = (productId: number): readonly number[] => {
    const { sessions } = artefacts.placedOn(table).models
    const { places } = sessions?.next([table.placeOf(productId)], 10) ?? { places: [] }
    return Array.from(places, (place) => table.ids[place] ?? 0)
  }
  await visit(1, [5, 6], startMs - 90 * MINUTE)
  await visit(2, [7, 8], startMs - 30 * MINUTE)
  await visit(3, [9, 10], startMs - 2 * MINUTE)
  expect(nextOf(7)).toEqual([])
  expect(await visits.look()).toBe(1)
  expect(nextOf(7)).toContain(8)
  expect([nextOf(5), nextOf(9)]).toEqual([[], []])

  nowMs += 1_000
  expect(await visits.look()).toBe(0)
  nowMs += 15 * MINUTE
  expect(await visits.look()).toBe(1)
  expect(nextOf(9)).toContain(10)
  nowMs += MINUTE
  expect(await visits.look()).toBe(0)

  await publish([[1, 3]], startMs - 10 * MINUTE)
  await artefacts.refresh()
  expect(nextOf(7)).toEqual([])
  expect(await visits.look()).toBe(1)
  expect([nextOf(7), nextOf(9)]).toEqual([[], [10]])
})
