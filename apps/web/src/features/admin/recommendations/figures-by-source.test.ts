import type { FeedFigure } from '@selvedge/core'
import { expect, test } from 'vitest'
import { figuresBySource } from './figures-by-source'

const figure = (placement: string, source: string, impressions: number): FeedFigure => ({
  placement,
  modelVersion: 'one',
  source,
  impressions,
  clicks: 1,
  adds: 1,
  orders: 1,
  returns: 0,
})

test('each source is told apart, and a placement adds up to all of them', () => {
  const summed = figuresBySource([figure('home', 'popular', 5), figure('listing', 'none', 9), figure('home', 'new', 7)])
  expect(summed.map(({ all }) => [all.placement, all.impressions, all.clicks])).toEqual([
    ['home', 12, 2],
    ['listing', 9, 1],
  ])
  expect(summed.map(({ sources }) => sources.map(({ source }) => source))).toEqual([['new', 'popular'], []])
})
