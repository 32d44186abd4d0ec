import { armsOf, assignArm, type Experiment, type ExperimentDesign } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBehaviourLog } from '../behaviour/behaviour-log'
import { createGestureStore } from '../gestures/gesture-store'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { appendExposures } from './exposure-log'
import { createFeedFigures } from './feed-figures'
import { createKeptArms } from './kept-arms'
import { createLeverStore } from './lever-store'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
})
afterAll(() => database.drop())

const slug = 'two-faces'
const design: ExperimentDesign = {
  hypothesis: 'The second sells',
  placements: ['for-you'],
  arms: [
    { slug: 'control', weight: 1, settings: { kind: 'house' } },
    { slug: 'changed', weight: 1, settings: { kind: 'impersonal' } },
  ],
  holdoutPercent: 0,
  metric: 'order',
  guardrail: { metric: 'return', maxRisePercent: 10 },
  alpha: 0.05,
}
/** A name whose own arm is this. */
const named = (prefix: string, arm: string): string =>
  Array.from({ length: 60 }, (_, n) => `${prefix}${n}`).find((one) => assignArm({ slug, design }, one) === arm) ?? ''

const expose = (person: string, arm: string, at: Date) =>
  appendExposures(database.pool, [{ experiment: slug, person, arm, exposedAt: at }])
const tell = (person: string, kind: string) =>
  database.pool.query(
    `INSERT INTO behaviour_event (logged_on, event_id, person, sequence, occurred_at, received_at, kind, product_id, signal)
     VALUES (current_date, gen_random_uuid(), $1, 1, now(), now(), $2, 1, $3)`,
    [person, kind, JSON.stringify({ kind })],
  )

test('a guest who signs in to buy keeps their arm, and the order counts for it; an account that met its own stays there', async () => {
  const { pool } = database
  const levers = createLeverStore({ pool })
  await levers.saveExperiment({ slug, name: 'Two faces', design }, 'staff:test')
  await levers.startExperiment(slug, 'staff:test')
  const [gestures, log] = [createGestureStore({ pool }), createBehaviourLog({ pool })]
  const [guest, user] = [named('v:guest-', 'changed'), named('u:buyer-', 'control')] as ['v:guest', 'u:buyer']
  const [other, settled] = [named('v:other-', 'changed'), named('u:settled-', 'control')] as ['v:other', 'u:settled']
  const hourAgo = new Date(Date.now() - 3_600_000)
  for (const person of [guest, other]) await expose(person, 'changed', hourAgo)
  await expose(settled, 'control', hourAgo)

  const kept = createKeptArms(pool)
  const running = async (): Promise<readonly Experiment[]> => kept.over((await levers.read()).experiments)
  const look = async (): Promise<void> => kept.look((await levers.read()).experiments)
  await look()
  expect(armsOf(await running(), 'for-you', user).map(({ arm }) => arm)).toEqual(['control'])
  for (const [from, to] of [[guest, user] as const, [other, settled] as const]) {
    await log.merge(from, to)
    await gestures.merge(from, to, to.slice(2))
  }
  await look()
  expect(armsOf(await running(), 'for-you', user).map(({ arm }) => arm)).toEqual(['changed'])
  expect(armsOf(await running(), 'for-you', settled).map(({ arm }) => arm)).toEqual(['control'])

  await tell(user, 'purchase')
  const outcomes = await createFeedFigures({ pool }).outcomes(slug)
  expect(outcomes.map(({ arm, outcome }) => [arm, outcome]).sort()).toEqual([
    ['changed', 1],
    ['control', 0],
  ])

  // With its experiment a kept arm is forgotten, and nobody is asked about it any more.
  await levers.stopExperiment(slug, 'staff:test')
  await look()
  const stopped = await running()
  expect(stopped.some(({ keptArms }) => keptArms !== undefined)).toBe(false)
  const away = createKeptArms(Object.create(null))
  await away.look(stopped)
})
