import type { PollDraft } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing/index'
import { createGestureStore } from './gesture-store'
import { createPollDesk } from './poll-desk'

let database: TestDatabase
let desk: ReturnType<typeof createPollDesk>
let store: ReturnType<typeof createGestureStore>
beforeAll(async () => {
  database = await createTestDatabase()
  desk = createPollDesk(database)
  store = createGestureStore(database)
  await insertStock(database.pool, { variantId: 1, units: [4] })
})
beforeEach(() => database.pool.query('DELETE FROM poll'))
afterAll(() => database.drop())

/** A question about the two cheapest and the two dearest quarters: every shop has them. */
const draft = (changes: Partial<PollDraft> = {}): PollDraft => ({
  id: 'spend',
  question: 'Save or splurge?',
  position: 1,
  options: [
    { id: 'save', label: 'Save', leans: [{ dimension: 'price', value: '1', weight: 6 }] },
    { id: 'splurge', label: 'Splurge', leans: [{ dimension: 'price', value: '4', weight: 6 }] },
  ],
  ...changes,
})

test('a question is written, put to shoppers, and its votes are counted answer by answer', async () => {
  expect(await desk.create(draft())).toMatchObject({ ok: true })
  for (const [n, option] of ['save', 'splurge', 'save'].entries()) await store.answerPoll(`v:${n}`, 'spend', option)
  const [result] = await desk.list()
  expect(result).toMatchObject({ state: 'open', votes: 3, options: [{ votes: 2 }, { votes: 1 }] })
  expect(result?.lastVoteAtMs).toBeGreaterThan(0)
})

test('a name is taken once, and an answer stands for what the shop has', async () => {
  await desk.create(draft())
  expect(await desk.create(draft({ question: 'Another one?' }))).toMatchObject({ error: { code: 'POLL_EXISTS' } })
  const [save, splurge] = draft().options
  if (!save || !splurge) throw new Error('no options')
  const strange = { ...splurge, leans: [{ dimension: 'brand' as const, value: 'nobody', weight: 6 }] }
  expect(await desk.create(draft({ id: 'strange', options: [save, strange] }))).toMatchObject({
    error: { code: 'POLL_VALUE_UNKNOWN', dimension: 'brand', value: 'nobody' },
  })
  expect((await desk.list()).map(({ id, question }) => [id, question])).toEqual([['spend', 'Save or splurge?']])
})

test('what nobody has answered can be changed; with a vote it can only be closed, and its votes stay', async () => {
  await desk.create(draft())
  expect(await desk.change(draft({ question: 'Less or more?' }))).toMatchObject({ ok: true })
  await store.answerPoll('v:a', 'spend', 'save')
  expect(await desk.change(draft({ question: 'Something else?' }))).toMatchObject({
    error: { code: 'POLL_ANSWERED', votes: 1 },
  })
  expect(await desk.setOpen('spend', false)).toMatchObject({ ok: true })
  expect(await desk.list()).toMatchObject([{ question: 'Less or more?', state: 'closed', votes: 1 }])
  expect(await store.openPoll('v:b')).toBeUndefined()
  expect(await store.answerPoll('v:b', 'spend', 'save')).toBe('closed')
  expect(await desk.change(draft({ id: 'none' }))).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } })
  expect(await desk.setOpen('none', true)).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } })
})

test('a question is put in its time alone', async () => {
  const hourMs = 3_600_000
  await desk.create(draft({ id: 'later', startsAtMs: Date.now() + hourMs }))
  await desk.create(draft({ id: 'over', startsAtMs: Date.now() - 2 * hourMs, endsAtMs: Date.now() - hourMs }))
  expect((await desk.list()).map(({ id, state }) => [id, state])).toEqual([
    ['later', 'scheduled'],
    ['over', 'ended'],
  ])
  expect(await store.openPoll('v:c')).toBeUndefined()
  expect(await store.answerPoll('v:c', 'later', 'save')).toBe('closed')
  await desk.create(draft({ id: 'now', startsAtMs: Date.now() - hourMs, endsAtMs: Date.now() + hourMs }))
  expect((await store.openPoll('v:c'))?.id).toBe('now')
})

test('a change and answers that come together: the answers are to the question as it was, or it is not changed', async () => {
  await desk.create(draft())
  const [change, ...answers] = await Promise.all([
    desk.change(draft({ options: draft().options.map((option) => ({ ...option, id: `new-${option.id}` })) })),
    ...Array.from({ length: 12 }, (_, n) => store.answerPoll(`v:race-${n}`, 'spend', 'save')),
  ])
  const [result] = await desk.list()
  const counted = answers.filter((answer) => answer === 'counted').length
  expect(change.ok ? 0 : counted).toBe(result?.votes)
  expect(result?.options.reduce((sum, { votes }) => sum + votes, 0)).toBe(result?.votes)
})

const told = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ type: string }>(
    `SELECT payload->>'type' AS type FROM outbox WHERE topic = 'poll' AND key = 'told' ORDER BY position`,
  )
  return rows.map(({ type }) => type)
}

test('what moves about a question is told with it: asked, answered for the first time, closed; what changes nothing is not', async () => {
  const asked = draft({ id: 'told' })
  await desk.create(asked)
  await desk.create(asked)
  await store.answerPoll('v:a', 'told', 'save')
  await store.answerPoll('v:a', 'told', 'splurge')
  await desk.change(asked)
  await desk.setOpen('told', false)
  expect(await told()).toEqual(['PollChanged', 'PollAnswered', 'PollChanged'])
})

test('an answer may like one piece that the shop has, and no other', async () => {
  const [save, splurge] = draft().options
  if (!save || !splurge) throw new Error('no options')
  const liking = (slug: string) => draft({ options: [save, { ...splurge, leans: [], pieces: [slug] }] })
  expect(await desk.create(liking('no-such'))).toMatchObject({ error: { code: 'POLL_PIECE_UNKNOWN', slug: 'no-such' } })
  expect(await desk.create(liking('p1'))).toMatchObject({ ok: true })
  expect((await desk.list())[0]?.options[1]).toMatchObject({ leans: [], pieces: ['p1'] })
  expect(await store.pieceIds(['p1', 'gone'])).toEqual([1])
})
