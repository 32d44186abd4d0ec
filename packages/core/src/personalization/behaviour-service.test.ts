import { expect, test } from 'vitest'
import { type BehaviourDeps, createBehaviourService } from './behaviour-service'
import { visitorKey } from './person'
import type { BehaviourSink } from './ports'

const GUEST = visitorKey('visitor-1')
const unasked = (): Promise<never> => Promise.reject(new Error('nobody asks for this here'))

/** A shop of which only this way in is there. */
const shopWith = (record: BehaviourSink['record']) => {
  const faults: unknown[] = []
  const deps: BehaviourDeps = {
    sink: { record },
    profiles: { read: async () => undefined, apply: unasked, replace: unasked, merge: unasked, erase: unasked },
    log: { append: unasked, of: unasked, people: unasked, merge: unasked, erase: unasked },
    setAside: { of: unasked, erase: unasked },
    consents: { read: unasked, write: unasked },
    gestures: {
      savedIds: unasked,
      setSaved: async () => 'done',
      openPoll: unasked,
      poll: unasked,
      pieceIds: unasked,
      answerPoll: unasked,
      askForStock: unasked,
      askForPrice: unasked,
      withdrawAlert: unasked,
      withdrawAllOf: unasked,
      alerts: unasked,
      quizIds: unasked,
      merge: unasked,
      erase: unasked,
      export: unasked,
    },
    alertLinks: { isTokenOf: () => false },
    nowMs: () => 0,
    newId: () => '00000000-0000-4000-8000-000000000001',
    onFault: (fault) => faults.push(fault),
  }
  return { shop: createBehaviourService(deps), faults }
}

const full = shopWith(async () => ({ accepted: 0, duplicates: 0, isFull: true }))
const REFUSED = { ok: false, error: { code: 'TOO_MUCH_WAITS' } }

test('a word that is kept nowhere else is refused while too much waits to be taken in, and is no fault', async () => {
  for (const says of ['like', 'dislike', 'none'] as const)
    expect(await full.shop.judge(GUEST, { productId: 1, says })).toEqual(REFUSED)
  expect(await full.shop.answerQuiz(GUEST, { productId: 1, answer: 'yes' })).toEqual(REFUSED)
  expect(full.faults).toEqual([])
})

test('what a list keeps is kept all the same, and that the profile does not hear of it is told to the house', async () => {
  const { shop, faults } = shopWith(async () => ({ accepted: 0, duplicates: 0, isFull: true }))
  expect(await shop.setSaved(GUEST, { productId: 1, isSaved: true })).toMatchObject({ ok: true })
  expect(faults).toHaveLength(1)
})

test('a word that is taken in is accepted, and one that cannot be told is a fault', async () => {
  const taken = shopWith(async () => ({ accepted: 1, duplicates: 0, isFull: false }))
  expect(await taken.shop.judge(GUEST, { productId: 1, says: 'like' })).toMatchObject({ ok: true })
  await expect(shopWith(unasked).shop.judge(GUEST, { productId: 1, says: 'like' })).rejects.toThrow()
})
