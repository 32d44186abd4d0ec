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
