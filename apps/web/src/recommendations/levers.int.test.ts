import { randomUUID } from 'node:crypto'
import { assignArm, createInspector, type ExperimentDraft, NOBODY } from '@selvedge/core'
import { createModelRegistry, createServedLog, trainShop } from '@selvedge/db'
import { FEATURE_LAYOUT, FEATURE_NAMES } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServedWriter } from './served-writer'
import { type FeedWorld, openFeedWorld } from './testing/feed-world'

let world: FeedWorld
beforeAll(async () => {
  world = await openFeedWorld(60)
  await world.engine.refresh()
  world.people.set('u:maren', NOBODY)
})
afterAll(() => world.close())

const ask = { placement: 'for-you', person: 'u:maren', length: 12 } as const
const ids = async (): Promise<readonly number[]> => (await world.answer(ask)).items.map(({ card }) => card.productId)

test('a rule that is saved is obeyed by the next answer after the engine has looked, and its removal too', async () => {
  const [first = 0] = await ids()
  const id = randomUUID()
  const target = { by: 'products' as const, productIds: [first] }
  const draft = { name: 'Not this one', placements: [], effect: { kind: 'exclude' as const }, target, active: true }
  await world.levers.saveRule(id, { ...draft, placements: [] }, 'staff:test')
  await world.engine.look()
  expect(await ids()).not.toContain(first)
  const home = await world.catalogue.home()
  for (const { productId } of [...home.newIn, ...home.popular]) expect(productId).not.toBe(first)
  expect([world.engine.isExcluded(first), world.engine.isExcluded(first, 'bag')]).toEqual([true, true])
  expect(await world.levers.removeRule(id)).toEqual({ ok: true, value: undefined })
  expect(await world.levers.removeRule(id)).toMatchObject({ ok: false, error: { code: 'RULE_NOT_FOUND' } })
  await world.engine.look()
  expect(await ids()).toContain(first)
})

test('an experiment keeps everybody in their arm, and cannot be changed once it has begun', async () => {
  const experiment: ExperimentDraft = {
    slug: 'more-difference',
    name: 'More difference',
    design: {
      hypothesis: 'Difference sells',
      placements: ['for-you'],
      arms: [
        { slug: 'control', weight: 1, settings: { kind: 'house' } },
        { slug: 'changed', weight: 1, settings: { kind: 'impersonal' } },
      ],
      holdoutPercent: 0,
      metric: 'click',
      guardrail: { metric: 'return', maxRisePercent: 10 },
      alpha: 0.05,
    },
  }
  expect(await world.levers.saveExperiment(experiment, 'staff:test')).toMatchObject({ ok: true })
  expect(await world.levers.startExperiment('more-difference', 'staff:test')).toMatchObject({ ok: true })
  expect(await world.levers.saveExperiment(experiment, 'staff:test')).toMatchObject({
    ok: false,
    error: { code: 'EXPERIMENT_BEGUN' },
  })
  await world.engine.look()
  for (const person of ['u:maren', 'v:one', 'v:two', 'v:three']) {
    const arm = assignArm(experiment, person)
    for (let again = 0; again < 3; again++) {
      const { experiments } = await world.answer({ ...ask, person })
      expect(experiments).toEqual([{ experiment: 'more-difference', arm }])
    }
  }
  expect((await world.answer({ ...ask, person: undefined })).experiments).toEqual([])
  expect(await world.levers.stopExperiment('more-difference', 'staff:test')).toMatchObject({ ok: true })
})

test('an arm that tries another face of the feed changes how it looks for its people, and nothing of what it says', async () => {
  const experiment: ExperimentDraft = {
    slug: 'fewer-words',
    name: 'Fewer words',
    design: {
      hypothesis: 'Words stand in the way',
      placements: ['for-you'],
      arms: [
        { slug: 'control', weight: 1, settings: { kind: 'house' } },
        { slug: 'changed', weight: 1, settings: { kind: 'page', variant: 'without-reasons' } },
      ],
      holdoutPercent: 0,
      metric: 'click',
      guardrail: { metric: 'return', maxRisePercent: 10 },
      alpha: 0.05,
    },
  }
  await world.levers.saveExperiment(experiment, 'staff:test')
  await world.levers.startExperiment(experiment.slug, 'staff:test')
  await world.engine.look()
  const seen = new Set<string>()
  for (const person of Array.from({ length: 12 }, (_, nth) => `v:looker-${nth}`)) {
    const arm = assignArm(experiment, person)
    const { look, items } = await world.answer({ ...ask, person })
    expect(look).toBe(arm === 'changed' ? 'without-reasons' : undefined)
    expect(items.length).toBe(ask.length)
    seen.add(arm)
  }
  expect([...seen].sort()).toEqual(['changed', 'control'])
  await world.levers.stopExperiment(experiment.slug, 'staff:test')
  await world.engine.look()
})

test('a trained model answers without a restart, and an older one again after one step back', async () => {
  const registry = createModelRegistry({ pool: world.database.pool })
  const before = (await registry.list()).find(({ name, isActive }) => name === 'bought-together' && isActive)
  const trained = await trainShop(world.database.pool, () => 0)
  await world.engine.look()
  const active = world.engine.engine()?.state.models.versions
  // The model of fit is followed by the size advice, not by the engine.
  for (const { name, version } of trained.filter((model) => model.name !== 'fit')) {
    expect(active?.[name === 'sessions' ? 'session' : name]).toBe(version)
  }
  expect(await trainShop(world.database.pool, () => 0)).toEqual(trained.map((model) => ({ ...model, isNew: false })))
  expect(await registry.promote('neighbours', 'no such')).toMatchObject({ ok: false })
  expect(await registry.promote('bought-together', before?.version ?? '')).toMatchObject({ ok: true })
  expect((await registry.list()).filter(({ name, isActive }) => name === 'bought-together' && isActive)).toHaveLength(1)
})

const inspectorOf = () => {
  const served = createServedLog({ pool: world.database.pool })
  const inspector = createInspector({
    inspect: world.engine.inspect,
    rules: () => world.engine.levers().rules,
    readShopper: async (person) => world.people.get(person),
    cards: world.cards,
    popular: world.popular,
    served,
    experiments: world.engine.experiments,
    planAt: world.engine.planAt,
    featureNames: (layout) => (layout === FEATURE_LAYOUT ? FEATURE_NAMES : undefined),
    nowMs: Date.now,
  })
  /** Keeps an answer as the web server does. */
  const keep = async (servedId: string): Promise<void> => {
    const logged = world.served.find((one) => one.servedId === servedId)
    if (!logged) throw new Error('the answer was not logged')
    const fault = (problem: unknown): never => {
      throw problem
    }
    const writer = createServedWriter({ served, standingOf: async () => new Map(), onFault: fault })
    writer.add(logged)
    await writer.stop()
  }
  return { inspector, keep }
}

test('the inspector explains the piece that was seen, and a rule before it is saved', async () => {
  const { inspector, keep } = inspectorOf()
  const answer = await world.answer(ask)
  await keep(answer.servedId)
  const replayed = await inspector.inspect({ placement: 'for-you', length: 24, servedId: answer.servedId })
  if (!replayed.ok) throw new Error(replayed.error.code)
  const shown = replayed.value.candidates.filter(({ position }) => position >= 0)
  expect(shown.map(({ product }) => product.productId)).toEqual(answer.items.map(({ card }) => card.productId))
  for (const { sources, features } of shown) {
    expect(sources.length).toBeGreaterThan(0)
    expect(features.length).toBeGreaterThan(0)
  }
  const first = shown[0]?.product.productId ?? 0
  const compared = await inspector.compare(
    { placement: 'for-you', length: 12 },
    {
      name: 'Bury it',
      placements: [],
      effect: { kind: 'exclude' },
      target: { by: 'products', productIds: [first] },
      active: true,
    },
    randomUUID(),
  )
  if (!compared.ok) throw new Error(compared.error.code)
  const positionOf = (inspection: typeof compared.value.before): number =>
    inspection.candidates.find(({ product }) => product.productId === first)?.position ?? -1
  expect(positionOf(compared.value.before)).toBeGreaterThanOrEqual(0)
  expect(positionOf(compared.value.after)).toBe(-1)
  const stands = async (productId: number) => {
    const told = await inspector.inspect({ placement: 'for-you', length: 12, productId })
    return told.ok ? told.value.asked : undefined
  }
  expect(await stands(first)).toMatchObject({ productId: first, product: { productId: first }, standing: 'shown' })
  expect(await stands(999_999)).toEqual({ productId: 999_999, standing: 'not-in-catalogue' })
  for (const placement of ['similar', 'together', 'complete-look', 'bag'] as const) {
    const beside = await inspector.inspect({ placement, length: 12 })
    const [best] = await world.popular(1)
    expect(beside.ok && beside.value.anchor?.productId).toBe(best?.productId)
  }
  expect(await inspector.inspect({ placement: 'for-you', length: 12, servedId: randomUUID() })).toMatchObject({
    ok: false,
    error: { code: 'ANSWER_NOT_FOUND' },
  })
})

test('an answer of an experiment’s arm is explained as it was given, and so it stays when the experiment is over', async () => {
  const { inspector, keep } = inspectorOf()
  const bestSellers = { quotas: { popular: 40 }, lambda: 1, exploreAt: [], brandMax: 24, categoryMax: 24 }
  const experiment: ExperimentDraft = {
    slug: 'best-sellers-beside',
    name: 'Best sellers beside the bag',
    design: {
      hypothesis: 'Best sellers sell',
      placements: ['bag'],
      arms: [
        { slug: 'control', weight: 1, settings: { kind: 'house' } },
        { slug: 'changed', weight: 100, settings: { kind: 'plan', plan: bestSellers } },
      ],
      holdoutPercent: 0,
      metric: 'click',
      guardrail: { metric: 'return', maxRisePercent: 10 },
      alpha: 0.05,
    },
  }
  await world.levers.saveExperiment(experiment, 'staff:test')
  await world.levers.startExperiment(experiment.slug, 'staff:test')
  await world.engine.look()
  const person = Array.from({ length: 50 }, (_, n) => `v:arm-${n}`).find(
    (one) => assignArm(experiment, one) === 'changed',
  )
  const [anchor, there] = await world.popular(2)
  const anchorId = anchor?.productId ?? 0
  const present = [there?.productId ?? 0]
  const answer = await world.answer({ placement: 'bag', person, anchorId, present, length: 6 })
  await keep(answer.servedId)
  const seen = answer.items.map(({ card }) => card.productId)
  expect(seen).not.toContain(present[0])
  const replay = async () => {
    const replayed = await inspector.inspect({ placement: 'for-you', length: 24, servedId: answer.servedId })
    if (!replayed.ok) throw new Error(replayed.error.code)
    const { candidates, given, experiments, bySource } = replayed.value
    const shown = candidates.filter(({ position }) => position >= 0)
    return { ids: shown.map(({ product }) => product.productId), given, experiments, bySource }
  }
  for (const state of ['running', 'stopped']) {
    const { ids, given, experiments, bySource } = await replay()
    expect({ state, ids, bySource: Object.keys(bySource) }).toEqual({ state, ids: seen, bySource: ['popular'] })
    expect(experiments).toEqual([{ experiment: experiment.slug, arm: 'changed' }])
    expect(given?.products.map(({ product }) => product.productId)).toEqual(seen)
    expect(given?.products.map(({ reason }) => reason)).toEqual(answer.items.map(({ reason }) => reason.code))
    for (const { features } of given?.products ?? []) expect(features.length).toBeGreaterThan(0)
    if (state === 'running') {
      const asked = await inspector.inspect({ placement: 'bag', length: 6, anchorId, ...(person ? { person } : {}) })
      expect(asked.ok && asked.value.experiments).toEqual(experiments)
      expect(asked.ok && Object.keys(asked.value.bySource)).toEqual(['popular'])
      await world.levers.stopExperiment(experiment.slug, 'staff:test')
      await world.engine.look()
    }
  }
})
