import {
  basisArtefact,
  basisOf,
  countNeighbours,
  type ItemNeighbours,
  parseNeighbours,
  serialiseArtefact,
  similarTo,
} from '@selvedge/recs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBehaviourLog } from '../behaviour/behaviour-log'
import { createConsentStore } from '../behaviour/consent-store'
import { seedDatabase } from '../seed/index'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { loadArtefact } from './artefact-store'
import { loadBasis } from './basis-store'
import { readKnownUntil } from './known-deeds'
import { createModelRegistry } from './model-registry'
import { personKey } from './person-key'
import { readPersonProducts } from './read-interactions'
import { refreshNeighbours } from './refresh-neighbours'
import { NEIGHBOUR_OPTIONS, trainNeighbours } from './train-neighbours'

const clock = (): number => 0
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(3)
  await seedDatabase(database.pool, { products: 60, seed: 3, today: new Date('2026-11-23T00:00:00Z') })
  // What the seed wrote a moment ago was written long ago: only what a test does is new.
  await database.pool.query(`UPDATE behaviour_event SET written_at = '2026-11-22'`)
  await database.pool.query(`UPDATE consent SET decided_at = '2026-11-22'`)
  await database.pool.query(`UPDATE order_event SET at = '2026-11-22' WHERE at > '2026-11-22'`)
  await trainNeighbours(database.pool, clock)
})
afterAll(() => database.drop())

/** Somebody puts pieces in their bag, now. */
const adds = (person: string, productIds: readonly number[]) =>
  database.pool.query(
    `INSERT INTO behaviour_event (logged_on, event_id, person, sequence, occurred_at, received_at, kind, product_id, signal)
     SELECT '2026-11-23', gen_random_uuid(), $1, n, '2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z', 'add', piece, '{"kind":"add"}'
     FROM unnest($2::int[]) WITH ORDINALITY AS t (piece, n)`,
    [person, productIds],
  )
const served = async (): Promise<{ version: string; model: ItemNeighbours; goesOnFrom: unknown }> => {
  const loaded = await loadArtefact(database.pool, 'neighbours')
  if (!loaded) throw new Error('no neighbours')
  const { version, artefact } = loaded
  return { version, model: parseNeighbours(artefact), goesOnFrom: artefact.facts.goes_on_from }
}
/** What counting everything that is known now would say, without publishing it. */
const everything = async (): Promise<ItemNeighbours> => {
  const deeds = await readPersonProducts(database.pool)
  const pairs = deeds.map(({ person, productId }) => ({ person: personKey(person), itemId: productId }))
  return countNeighbours(basisOf(pairs), NEIGHBOUR_OPTIONS)
}
const refreshed = async (): Promise<ItemNeighbours> => {
  expect(await refreshNeighbours(database.pool, clock)).toMatchObject({ name: 'neighbours', isNew: true })
  const { model, goesOnFrom } = await served()
  expect(goesOnFrom).toBeDefined()
  return model
}

test('nothing new is nothing to publish', async () => {
  const before = await served()
  expect(await refreshNeighbours(database.pool, clock)).toMatchObject({ version: before.version, isNew: false })
})

test('what was done since is in the next refresh, as if everything had been counted again', async () => {
  const training = (await served()).version
  for (let n = 0; n < 40; n++) await adds(`v:new-${n}`, [41, 58])
  const model = await refreshed()
  expect(similarTo(model, 41, 1).itemIds[0]).toBe(58)
  expect(model).toEqual(await everything())
  expect((await served()).goesOnFrom).toBe(training)
  expect(await refreshNeighbours(database.pool, clock)).toMatchObject({ isNew: false })
})

test('an order that is cancelled, a consent that is taken back and a visit that becomes an account are followed', async () => {
  const { pool } = database
  const { rows } = await pool.query<{ user_id: string }>(
    `SELECT user_id FROM orders JOIN consent ON person = 'u:' || user_id AND is_personal
     WHERE state IN ('shipped', 'delivered') GROUP BY user_id HAVING count(*) > 1 ORDER BY user_id LIMIT 2`,
  )
  const [one = '', other = ''] = rows.map(({ user_id }) => user_id)
  const basket = (await readPersonProducts(pool)).find(({ person }) => person.startsWith('o:'))?.person ?? ''
  await pool.query(
    `WITH gone AS (UPDATE orders SET state = 'cancelled' WHERE id = $1 RETURNING id)
     INSERT INTO order_event (order_id, seq, type, actor, correlation_id, at)
     SELECT id, 900, 'cancelled', 'test', 'test', clock_timestamp() FROM gone`,
    [basket.slice(2)],
  )
  expect(await refreshed()).toEqual(await everything())

  await createConsentStore({ pool }).write(`u:${other}`, false)
  expect(await refreshed()).toEqual(await everything())

  await adds('v:guest', [7, 11, 13])
  expect(await refreshed()).toEqual(await everything())
  expect(await createBehaviourLog({ pool }).merge('v:guest', `u:${one}`)).toBe(3)
  expect(await refreshed()).toEqual(await everything())
  expect((await loadBasis(pool, 'neighbours'))?.basis.people).not.toContain(personKey('v:guest'))
})

test('of who has the history erased nothing is left in the next refresh', async () => {
  await adds('v:leaves', [3, 5])
  await refreshed()
  const known = async () => (await loadBasis(database.pool, 'neighbours'))?.basis.people
  expect(await known()).toContain(personKey('v:leaves'))
  expect(await createBehaviourLog({ pool: database.pool }).erase('v:leaves')).toBe(2)
  expect(await refreshed()).toEqual(await everything())
  expect(await known()).not.toContain(personKey('v:leaves'))
})

test('what a transaction under way writes is not passed by, however long it takes', async () => {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ began: Date }>('SELECT now() AS began')
    const began = rows[0]?.began ?? new Date(0)
    expect((await readKnownUntil(database.pool)).getTime()).toBeLessThanOrEqual(began.getTime() - 60_000)
    // Written under the clock of a refresh that comes before it is committed, and found by the one after.
    await client.query(
      `INSERT INTO behaviour_event (logged_on, event_id, person, sequence, occurred_at, received_at, kind, product_id, signal)
       SELECT '2026-11-23', gen_random_uuid(), 'v:slow', n, '2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z', 'add', n, '{"kind":"add"}'
       FROM generate_series(20, 23) n`,
    )
    await adds('v:quick', [30, 31])
    await refreshed()
    await client.query('COMMIT')
    expect(await refreshed()).toEqual(await everything())
  } finally {
    client.release()
  }
})

test('beside a version that was chosen by hand nothing is refreshed until the next whole training', async () => {
  const { pool } = database
  const registry = createModelRegistry({ pool })
  const versions = (await registry.list()).filter(({ name }) => name === 'neighbours')
  const older = versions.at(-1)?.version ?? ''
  expect(await registry.promote('neighbours', older)).toMatchObject({ ok: true })
  await adds('v:held', [17, 19])
  expect(await refreshNeighbours(pool, clock)).toMatchObject({ version: older, isNew: false })
  expect((await served()).version).toBe(older)

  expect(await trainNeighbours(pool, clock)).toMatchObject({ isNew: true })
  expect((await served()).model).toEqual(await everything())
  await adds('v:after', [23, 29])
  expect(await refreshed()).toEqual(await everything())
})

test('refreshed versions of the last hour are kept, and that which an experiment names', async () => {
  const { pool } = database
  const named = (await served()).version
  await pool.query(
    `INSERT INTO experiment (slug, name, design, state, updated_by) VALUES ('near', 'Near', $1, 'running', 'test')`,
    [{ arms: [{ settings: { models: { neighbours: named } } }] }],
  )
  for (let n = 0; n < 15; n++) {
    await adds(`v:every-five-minutes-${n}`, [n + 1, n + 20])
    await refreshed()
  }
  const { rows } = await pool.query<{ version: string }>(
    `SELECT version FROM model_artefact WHERE name = 'neighbours' AND body->'facts' ? 'goes_on_from' ORDER BY id`,
  )
  expect(rows).toHaveLength(13)
  expect(rows[0]?.version).toBe(named)
})

test('a basis of other settings is not gone on from', async () => {
  const { pool } = database
  const kept = await loadBasis(pool, 'neighbours')
  if (!kept) throw new Error('no basis')
  const facts = { settings: `graph-filter ${JSON.stringify(NEIGHBOUR_OPTIONS)}` }
  const other = serialiseArtefact(basisArtefact({ ...kept.header, facts }, kept.basis))
  await pool.query('UPDATE model_basis SET file = $1', [other])
  await adds('v:by-other-exponents', [6, 8])
  expect(await refreshNeighbours(pool, clock)).toMatchObject({ isNew: true })
  expect((await served()).goesOnFrom).toBeUndefined()
  await adds('v:by-these', [9, 12])
  expect(await refreshed()).toEqual(await everything())
})

test('where nobody was touched no file is read', async () => {
  const { pool } = database
  const before = (await served()).version
  await pool.query(`UPDATE model_basis SET known_until = clock_timestamp() + interval '1 minute'`)
  const file = (await pool.query<{ file: Buffer }>('SELECT file FROM model_basis')).rows[0]?.file
  await pool.query(`UPDATE model_basis SET file = ''`)
  expect(await refreshNeighbours(pool, clock)).toMatchObject({ version: before, isNew: false })
  await pool.query(`UPDATE model_basis SET file = $1, known_until = clock_timestamp() - interval '5 minutes'`, [file])
  expect(await refreshNeighbours(pool, clock)).toMatchObject({ version: before, isNew: false })
})

test('a damaged basis is refused, and without one everything is counted', async () => {
  const { pool } = database
  await adds('v:before-the-damage', [5, 10])
  await pool.query(`UPDATE model_basis SET file = file || '\\x00'`)
  await expect(refreshNeighbours(pool, clock)).rejects.toThrow(/checksum/)
  await pool.query('DELETE FROM model_basis')
  await adds('v:anew', [2, 4])
  expect(await refreshNeighbours(pool, clock)).toMatchObject({ isNew: true })
  expect((await served()).goesOnFrom).toBeUndefined()
  expect((await served()).model).toEqual(await everything())
})
