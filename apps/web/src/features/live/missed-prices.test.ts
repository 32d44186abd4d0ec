import { expect, test } from 'vitest'
import { createMissedPrices } from './missed-prices'

const AHEAD_MS = 5_000_000
const hello = (atMs: number, pricesMovedAtMs?: number) => ({
  type: 'hello' as const,
  connectionId: 'c',
  serverNowMs: atMs + AHEAD_MS,
  ...(pricesMovedAtMs === undefined ? {} : { pricesMovedAtMs: pricesMovedAtMs + AHEAD_MS }),
})

test('prices that moved before the page was drawn are on it; what moved until it listened was missed', () => {
  const { hasMissed } = createMissedPrices({ now: () => 2_000, drawnAtMs: 1_000 })
  expect(hasMissed(hello(2_000))).toBe(false)
  expect(hasMissed(hello(2_000, 900))).toBe(false)
  expect(hasMissed(hello(2_000, 1_500))).toBe(true)
})

test('what moved while the stream was away was missed, what moved while it was there was heard', () => {
  let nowMs = 100_000
  const { status, hasMissed } = createMissedPrices({ now: () => nowMs, drawnAtMs: 0 })
  status('live')
  nowMs = 500_000
  status('connecting')
  status('offline')
  nowMs = 520_000
  expect(hasMissed(hello(520_000, 400_000))).toBe(false)
  expect(hasMissed(hello(520_000, 510_000))).toBe(true)
  // It may have been away before anybody noticed.
  expect(hasMissed(hello(520_000, 490_000))).toBe(true)
})

test('a tab that was being opened as prices moved hears it from another one, once; what was drawn after it, or heard it, does not', () => {
  let nowMs = 10_000
  const owner = createMissedPrices({ now: () => nowMs, drawnAtMs: 0 })
  expect(owner.movedAtMs()).toBeUndefined()
  const beside = createMissedPrices({ now: () => nowMs, drawnAtMs: 100 })
  const opening = createMissedPrices({ now: () => nowMs, drawnAtMs: 9_000 })
  owner.heard()
  beside.heard()
  nowMs = 11_000
  const later = createMissedPrices({ now: () => nowMs, drawnAtMs: 10_500 })
  const told = owner.movedAtMs() ?? 0
  expect(told).toBe(10_000)
  expect([beside, opening, later].map(({ isNews }) => isNews(told))).toEqual([false, true, false])
  expect(opening.isNews(told)).toBe(false)
  // It can tell the next one in its turn.
  expect(opening.movedAtMs()).toBe(told)
})

test('who leads from later on knows of what moved before by the greeting, and of the same moment once', () => {
  const leads = createMissedPrices({ now: () => 20_000, drawnAtMs: 15_000 })
  expect(leads.hasMissed(hello(20_000, 12_000))).toBe(false)
  expect(leads.movedAtMs()).toBe(12_000)
  leads.hasMissed(hello(20_000, 12_400))
  expect(leads.movedAtMs()).toBe(12_000)
})
