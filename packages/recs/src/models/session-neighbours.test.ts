import { expect, test } from 'vitest'
import { parseArtefact, serialiseArtefact } from '../artefact/artefact'
import { parseSessionIndex, sessionArtefact, trainSessionIndex } from './session-index'
import { sessionNeighbours } from './session-neighbours'

const [dress, belt, shoes, hat] = [1, 2, 3, 4]
const past = [
  { itemIds: [dress, belt], endedAt: 1 },
  { itemIds: [dress, shoes], endedAt: 2 },
  { itemIds: [belt, shoes, hat], endedAt: 3 },
  { itemIds: [hat, shoes], endedAt: 4 },
]
const index = trainSessionIndex(past)
const session = (...items: number[]) => ({ session: items, past: [] })

test('scores are those of the worked example', () => {
  const { itemIds, scores, because } = sessionNeighbours(index, { idfWeight: 1 }).retrieve(session(dress, belt), 5)
  // Session 1 shares dress (1/2) and belt (2/2): 1.5; session 2 the dress alone: .5, last shared one step back: λ = .9;
  // session 3 the belt: 1. Shoes: (.5 · .9 + 1) · (1 + ln 4/3); hat: 1 · (1 + ln 4/2); dress: (1.5 + .45) · (1 + ln 4/2).
  const expected = new Map([
    [dress, 1.95 * (1 + Math.log(2))],
    [shoes, 1.45 * (1 + Math.log(4 / 3))],
    [hat, 1 + Math.log(2)],
  ])
  expect([...itemIds]).toEqual([dress, shoes, hat])
  for (const [place, itemId] of itemIds.entries()) expect(scores[place]).toBeCloseTo(expected.get(itemId) ?? 0, 5)
  expect([...because]).toEqual([belt, belt, belt])
})

test('what is on the screen is not recommended', () => {
  expect([...sessionNeighbours(index).retrieve(session(dress), 5).itemIds]).not.toContain(dress)
})

test('of many sessions only the newest are looked at, and only the nearest vote', () => {
  const newest = sessionNeighbours(index, { recentSessions: 1 }).retrieve(session(shoes), 5)
  expect([...newest.itemIds]).toEqual([hat])
  const nearest = sessionNeighbours(index, { neighbours: 1 }).retrieve(session(dress), 5)
  expect([...nearest.itemIds]).toEqual([shoes])
})

test('a session that ends now is known to the next shopper, without a training', () => {
  const neighbours = sessionNeighbours(index)
  const scarf = 99
  expect(neighbours.retrieve(session(scarf), 5).itemIds).toHaveLength(0)
  neighbours.learn([scarf, dress, scarf])
  expect([...neighbours.retrieve(session(scarf), 5).itemIds]).toEqual([dress])
  expect([...neighbours.retrieve(session(dress), 1).itemIds]).toEqual([scarf])
})

test('learned sessions are bounded, and the newest are kept', () => {
  const neighbours = sessionNeighbours(index, { liveSessionsMax: 4 })
  for (let n = 0; n < 20; n++) neighbours.learn([1_000 + n, dress])
  expect(neighbours.learned()).toBeLessThanOrEqual(4)
  expect([...neighbours.retrieve(session(1_019), 5).itemIds]).toEqual([dress])
  expect(neighbours.retrieve(session(1_000), 5).itemIds).toHaveLength(0)
  neighbours.learn([7])
  expect(neighbours.retrieve(session(7), 5).itemIds).toHaveLength(0)
})

test('the file of an index answers as the trained one', () => {
  const header = { name: 'session', version: '1', window: { from: null, to: null }, metrics: {}, facts: {} }
  const read = parseSessionIndex(parseArtefact(serialiseArtefact(sessionArtefact(header, index))))
  expect(sessionNeighbours(read).retrieve(session(dress, belt), 5)).toEqual(
    sessionNeighbours(index).retrieve(session(dress, belt), 5),
  )
})
