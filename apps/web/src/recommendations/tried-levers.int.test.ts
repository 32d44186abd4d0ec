import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { assignArm, type ExperimentDraft, experimentDraftSchema, NOBODY } from '@selvedge/core'
import { publishArtefact } from '@selvedge/db'
import { FEATURE_NAMES, neighboursArtefact, rankerArtefact, serialiseArtefact } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeedWorld, openFeedWorld } from './testing/feed-world'

let world: FeedWorld
beforeAll(async () => {
  world = await openFeedWorld(60)
  await world.engine.refresh()
  world.people.set('u:maren', NOBODY)
})
afterAll(() => world.close())

const ask = { placement: 'for-you', person: 'u:maren', length: 12 } as const

type Settings = ExperimentDraft['design']['arms'][number]['settings']
const experimentOf = (settings: Settings): ExperimentDraft => ({
  slug: `tried-${randomUUID().slice(0, 8)}`,
  name: 'Tried',
  design: {
    hypothesis: 'It sells',
    placements: ['for-you', 'listing'],
    // Both arms get it: the person’s answer is then known whichever they are in.
    arms: [
      { slug: 'one', weight: 1, settings },
      { slug: 'other', weight: 1, settings },
    ],
    holdoutPercent: 0,
    metric: 'click',
    guardrail: { metric: 'dislike', maxRisePercent: 5 },
    alpha: 0.05,
  },
})
const begin = async (draft: ExperimentDraft) => {
  expect(await world.levers.saveExperiment(draft, 'staff:test')).toMatchObject({ ok: true })
  expect(await world.levers.startExperiment(draft.slug, 'staff:test')).toMatchObject({ ok: true })
  await world.engine.look()
  return async () => {
    await world.levers.stopExperiment(draft.slug, 'staff:test')
    await world.engine.look()
  }
}

/** A ranking that goes by one feature alone. */
const publishRanker = (version: string, feature: string, weight: number) => {
  const model = {
    features: FEATURE_NAMES,
    linear: Float64Array.from([...FEATURE_NAMES.map((name) => (name === feature ? weight : 0)), 0]),
    trees: {
      features: FEATURE_NAMES.length,
      depth: 1,
      base: 0,
      splitFeatures: new Int32Array(0),
      thresholds: new Float32Array(0),
      values: new Float32Array(0),
    },
    examination: new Float64Array(0),
  }
  const header = { name: 'ranker', version, window: { from: null, to: null }, metrics: {}, facts: {} }
  return publishArtefact(world.database.pool, serialiseArtefact(rankerArtefact(header, model)))
}

test('an arm is answered by the version of the ranking that it names, in feed and listing; everybody else by the active one', async () => {
  await publishRanker('tried', 'item.popularity', -3)
  await publishRanker('usual', 'item.popularity', 3)
  await world.engine.look()
  const usual = await world.answer(ask)
  expect(usual.modelVersion).toBe('usual')
  const refused = experimentOf({ kind: 'mix', change: {}, ranker: 'never stored' })
  expect(await world.levers.saveExperiment(refused, 'staff:test')).toMatchObject({
    ok: false,
    error: { code: 'MODEL_NOT_FOUND', version: 'never stored' },
  })
  const productIds = usual.items.map(({ card }) => card.productId)
  const order = (rankerVersion?: string) =>
    world.engine.order({
      productIds,
      shopper: NOBODY,
      blend: 1,
      nowMs: Date.now(),
      ...(rankerVersion === undefined ? {} : { rankerVersion }),
    })
  const end = await begin(experimentOf({ kind: 'mix', change: {}, ranker: 'tried' }))
  const tried = await world.answer(ask)
  expect(tried.modelVersion).toBe('tried')
  expect(tried.items.map(({ card }) => card.productId)).not.toEqual(productIds)
  expect(order('tried')).not.toEqual(order())
  expect((await world.answer({ ...ask, person: undefined })).modelVersion).toBe('usual')
  await end()
  expect((await world.answer(ask)).modelVersion).toBe('usual')
})

/** The piece that stands nearest to each is the one `step` further on. */
const publishNeighbours = async (version: string, step: number) => {
  const { rows } = await world.database.pool.query<{ id: number }>('SELECT id FROM product ORDER BY id')
  const itemIds = Int32Array.from(rows, ({ id }) => id)
  const header = { name: 'neighbours', version, window: { from: null, to: null }, metrics: {}, facts: {} }
  const model = {
    itemIds,
    offsets: Int32Array.from({ length: itemIds.length + 1 }, (_, at) => at),
    neighbours: Int32Array.from(itemIds, (_, at) => (at + step) % itemIds.length),
    scores: new Float32Array(itemIds.length).fill(1),
  }
  return publishArtefact(world.database.pool, serialiseArtefact(neighboursArtefact(header, model)))
}

test('an arm is answered by the version of another model that it names, and the answer is kept with it', async () => {
  await publishNeighbours('near-tried', 7)
  await publishNeighbours('near-usual', 3)
  await world.engine.look()
  const refused = experimentOf({ kind: 'mix', change: {}, models: { fit: 'near-tried' } })
  expect(await world.levers.saveExperiment(refused, 'staff:test')).toMatchObject({
    ok: false,
    error: { code: 'MODEL_NOT_FOUND', name: 'fit', version: 'near-tried' },
  })
  const kept = async (person: string | undefined) => {
    const { servedId } = await world.answer({ ...ask, person })
    return world.served.find((answer) => answer.servedId === servedId)
  }
  expect((await kept('u:maren'))?.chosen.versions.neighbours).toBe('near-usual')
  const draft = experimentOf({ kind: 'mix', change: {}, models: { neighbours: 'near-tried' } })
  const end = await begin({ ...draft, design: { ...draft.design, placements: ['for-you'] } })
  const tried = await kept('u:maren')
  expect(tried?.chosen.versions.neighbours).toBe('near-tried')
  expect(tried?.modelVersions).toEqual({ neighbours: 'near-tried' })
  expect((await kept(undefined))?.chosen.versions.neighbours).toBe('near-usual')
  // A new catalogue lays it anew.
  await world.engine.refresh()
  expect((await kept('u:maren'))?.chosen.versions.neighbours).toBe('near-tried')
  await end()
  expect((await kept('u:maren'))?.chosen.versions.neighbours).toBe('near-usual')
})

test('while a model of one arm cannot be read nobody is counted in any, and the experiment begins by itself once it can', async () => {
  const { pool } = world.database
  await publishNeighbours('near-late', 5)
  await publishNeighbours('near-usual', 3)
  await world.engine.look()
  const stored = await pool.query<{ file: Buffer }>(`SELECT file FROM model_artefact WHERE version = 'near-late'`)
  const write = (file: Buffer | undefined) =>
    pool.query(`UPDATE model_artefact SET file = $1 WHERE version = 'near-late'`, [file])
  await write(Buffer.from('torn'))
  const draft = experimentOf({ kind: 'house' })
  const tried = { slug: 'other', weight: 1, settings: { kind: 'mix', change: {}, models: { neighbours: 'near-late' } } }
  const design = { ...draft.design, placements: ['for-you'], arms: [draft.design.arms[0], tried] }
  const experiment = experimentDraftSchema.parse({ ...draft, design })
  const personIn = (arm: string): string =>
    Array.from({ length: 60 }, (_, n) => `v:late-${n}`).find((one) => assignArm(experiment, one) === arm) ?? ''
  const [control, other] = [personIn('one'), personIn('other')]
  const faultsBefore = world.faults.length
  const end = await begin(experiment)
  expect(world.faults.length).toBeGreaterThan(faultsBefore)
  expect([...world.engine.armsMissing()]).toEqual([[experiment.slug, ['other']]])
  for (const person of [control, other]) {
    const { experiments, servedId } = await world.answer({ ...ask, person })
    expect(experiments).toEqual([])
    const kept = world.served.find((answer) => answer.servedId === servedId)
    expect(kept).toMatchObject({ experiments: [], chosen: { versions: { neighbours: 'near-usual' } } })
  }
  await write(stored.rows[0]?.file)
  // Levers stay as they are: it is looked for again all the same.
  for (let n = 0; n < 100 && world.engine.experiments().every(({ slug }) => slug !== experiment.slug); n++) {
    await sleep(100)
    await world.engine.look()
  }
  expect([...world.engine.armsMissing()]).toEqual([])
  for (const [person, arm, neighbours] of [
    [control, 'one', 'near-usual'],
    [other, 'other', 'near-late'],
  ] as const) {
    const { experiments, servedId } = await world.answer({ ...ask, person })
    expect(experiments).toEqual([{ experiment: experiment.slug, arm }])
    const kept = world.served.find((answer) => answer.servedId === servedId)
    expect(kept?.chosen.versions.neighbours).toBe(neighbours)
  }
  await end()
})

test('a model file that is broken keeps neither other models nor levers from being followed', async () => {
  const { pool } = world.database
  await publishNeighbours('near-whole', 3)
  await world.engine.look()
  await publishNeighbours('near-broken', 9)
  await pool.query(`UPDATE model_artefact SET file = $1 WHERE version = 'near-broken'`, [Buffer.from('torn')])
  await publishRanker('learned-since', 'item.popularity', 2)
  const end = await begin(experimentOf({ kind: 'mix', change: { brandMax: 1, blend: 0.3 } }))
  const { servedId, experiments, modelVersion } = await world.answer(ask)
  expect(modelVersion).toBe('learned-since')
  expect(experiments).toHaveLength(1)
  const { versions } = world.served.find((answer) => answer.servedId === servedId)?.chosen ?? { versions: {} }
  expect(versions).toMatchObject({ neighbours: 'near-whole', ranker: 'learned-since' })
  await end()
  await publishNeighbours('near-whole', 3)
})

test('an arm changes of the composition what it names; a listing counts whom it showed it to, and in which arm', async () => {
  const end = await begin(
    experimentOf({ kind: 'mix', change: { quotas: { together: 0, new: 60 }, brandMax: 1, blend: 0.3 } }),
  )
  const { items, experiments } = await world.answer(ask)
  const brands = items.map(({ card }) => card.brand)
  expect(new Set(brands).size).toBe(brands.length)
  expect(world.exposed).toEqual([])
  await world.personalListing({ sort: 'for-you' }, 'u:maren')
  expect(world.exposed).toEqual([{ person: 'u:maren', ...experiments[0] }])
  await end()
})

test('how a page stands is set, kept, and given back to the house', async () => {
  const rails = [
    { rail: 'recently-viewed', isShown: true, title: 'Seen before' },
    { rail: 'bag', isShown: false },
  ]
  await world.levers.savePage('bag', rails, 'staff:test')
  await world.engine.look()
  expect(world.engine.levers().pages).toEqual({ bag: rails })
  await world.levers.resetPage('bag')
  await world.engine.look()
  expect(world.engine.levers().pages).toEqual({})
})
