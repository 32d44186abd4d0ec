import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSampled } from './sampled'

test('what says something of a shopper is always sent; how far pages are read in a quarter of the visits, whole', () => {
  const visits = Array.from({ length: 4_000 }, () => randomUUID())
  expect(visits.every((visit) => isSampled('impression', visit) && isSampled('view', visit))).toBe(true)
  const share = visits.filter((visit) => isSampled('scroll', visit)).length / visits.length
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.3)
  const [visit = ''] = visits
  expect(isSampled('scroll', visit)).toBe(isSampled('scroll', visit))
})
