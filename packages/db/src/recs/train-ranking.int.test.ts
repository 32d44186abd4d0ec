import { createDefaultRanker, FEATURE_COUNT, FEATURE_LAYOUT, featureAt, seededRandom } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { readImpressions } from './read-impressions'
import { createServedArtefacts } from './served-artefacts'
import { trainRanking } from './train-ranking'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
})
afterAll(() => database.drop())

const ANSWERS = 300
const SHOWN = 12
const scarce = featureAt('stock.scarce')

/** Answers whose shoppers open what is scarce, whatever judgement would say; `layout` names the columns they hold. */
async function serve(layout: string, seed: number): Promise<void> {
  const random = seededRandom(seed)
  const answers = Array.from({ length: ANSWERS }, (_, n) => {
    const id = `00000000-0000-4000-8000-${String(seed * 100_000 + n).padStart(12, '0')}`
    const products = Array.from({ length: SHOWN }, (__, at) => {
      const features = Array.from({ length: FEATURE_COUNT }, () => 0)
      features[scarce] = Number(random() < 0.5)
      return { productId: at + 1, source: 'popular', score: 0.1, reason: 'MOST_BOUGHT', features }
    })
    return { id, products }
  })
  await database.pool.query(
    `INSERT INTO served_answer (id, served_at, person, placement, ask, products, versions)
     SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[], $7::jsonb[])`,
    [
      answers.map(({ id }) => id),
      answers.map(() => new Date()),
      answers.map(() => 'v:somebody'),
      answers.map(() => 'for-you'),
      answers.map(() => '{"seed":1}'),
      answers.map(({ products }) => JSON.stringify(products)),
      answers.map(() => JSON.stringify({ features: layout })),
    ],
  )
  const seen = answers.flatMap(({ id, products }) =>
    products.flatMap(({ productId, features }, position) => {
      const showing = { placement: 'home-for-you', position, servedId: id }
      const isOpened = random() < (features[scarce] === 1 ? 0.3 : 0.04)
      return ['impression', ...(isOpened ? ['click'] : [])].map((kind) => ({ kind, productId, showing }))
    }),
  )
  await database.pool.query(
    `INSERT INTO behaviour_event (logged_on, event_id, person, sequence, occurred_at, received_at, kind, product_id, signal)
     SELECT current_date, gen_random_uuid(), 'v:somebody', 1, now() - interval '1 minute', now(), s->>'kind',
            (s->>'productId')::int, s FROM jsonb_array_elements($1::jsonb) s`,
    [JSON.stringify(seen)],
  )
}

test('a ranking is not learned from too little, nor from rows of other columns', async () => {
  expect(await trainRanking(database.pool, () => 0)).toBeUndefined()
  await serve('other-columns', 1)
  expect((await readImpressions(database.pool)).clicks).toHaveLength(0)
  expect(await trainRanking(database.pool, () => 0)).toBeUndefined()
})

test('what shoppers open is learned from what they were served, published once and served by name of feature', async () => {
  await serve(FEATURE_LAYOUT, 2)
  const log = await readImpressions(database.pool)
  expect(log.clicks).toHaveLength(ANSWERS * SHOWN)
  expect(await trainRanking(database.pool, () => 0)).toMatchObject({ name: 'ranker', isNew: true })
  expect(await trainRanking(database.pool, () => 0)).toMatchObject({ isNew: false })

  const artefacts = createServedArtefacts({
    pool: database.pool,
    nowMs: () => 0,
    onFault: (fault) => {
      throw fault
    },
  })
  await artefacts.refresh()
  const ranker = artefacts.ranker()
  if (!ranker) throw new Error('no ranking is served')
  const [plenty, last] = [new Float32Array(FEATURE_COUNT), new Float32Array(FEATURE_COUNT)]
  last[scarce] = 1
  const scores = new Float32Array(2)
  ranker.score(Float32Array.of(...plenty, ...last), 2, scores)
  expect(scores[1]).toBeGreaterThan((scores[0] ?? 0) + 1)
  expect(ranker.explain(last, 0)[scarce]).toBeGreaterThan(1)
  expect(createDefaultRanker().version).not.toBe(ranker.version)
})
