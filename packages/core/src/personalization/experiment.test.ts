import { expect, test } from 'vitest'
import { modelsOf, planOf, rankerOf } from './arms-of-person'
import { type ExperimentDesign, experimentDraftSchema } from './experiment'
import type { PlacementPlan } from './placement-plan'

const OWN: PlacementPlan = {
  quotas: { popular: 40, new: 20 },
  lambda: 0.8,
  exploreAt: [6],
  brandMax: 4,
  categoryMax: 8,
}
type Settings = ExperimentDesign['arms'][number]['settings']

/** What is said against an experiment with one changed arm; nothing where it may be kept. */
function faultsOf(settings: Settings, placements: ExperimentDesign['placements'] = ['for-you'], slug = 'changed') {
  const design: ExperimentDesign = {
    hypothesis: 'It sells',
    placements,
    arms: [
      { slug: 'control', weight: 3, settings: { kind: 'house' } },
      { slug, weight: 1, settings },
    ],
    holdoutPercent: 5,
    metric: 'click',
    guardrail: { metric: 'dislike', maxRisePercent: 5 },
    alpha: 0.05,
  }
  const { error } = experimentDraftSchema.safeParse({ slug: 'tried', name: 'Tried', design })
  return error?.issues.map(({ message }) => message) ?? []
}

test('an arm changes what it names of a placement’s own plan, of sources those it names, and nothing else', () => {
  const settings: Settings = { kind: 'mix', change: { quotas: { new: 80 }, lambda: 0.5 }, ranker: 'r-7' }
  const arms = [{ experiment: 'tried', arm: 'changed', settings }]
  expect(planOf(arms, OWN)).toEqual({ ...OWN, quotas: { popular: 40, new: 80 }, lambda: 0.5 })
  expect(rankerOf(arms)).toBe('r-7')
  const house = [{ experiment: 'tried', arm: 'control', settings: { kind: 'house' } as const }]
  expect([planOf(house, OWN), rankerOf(house)]).toEqual([undefined, undefined])
})

test('an arm names versions of other models too; of two experiments that name one kind the first decides', () => {
  const mix = (models: Record<string, string>) => ({ kind: 'mix' as const, change: {}, models })
  const arms = [
    { experiment: 'newer', arm: 'a', settings: mix({ fit: 'f-2' }) },
    { experiment: 'older', arm: 'b', settings: mix({ fit: 'f-1', neighbours: 'n-1' }) },
  ]
  expect(modelsOf(arms)).toEqual({ fit: 'f-2', neighbours: 'n-1' })
  expect(modelsOf([{ experiment: 'e', arm: 'c', settings: { kind: 'house' } }])).toBeUndefined()
  expect(faultsOf(mix({ neighbours: 'n-1' }))).toEqual([])
  expect(faultsOf(mix({ fit: 'f-1' }), ['listing'])).toEqual([])
  expect(faultsOf(mix({ neighbours: 'n-1' }), ['listing']).length).toBeGreaterThan(0)
  expect(faultsOf(mix({}))).toEqual(['changed: nothing is changed'])
  // What learns every visit as it ends, and what pages ask outside of the engine, have one version for everybody.
  for (const kind of ['sessions', 'bought-together']) expect(faultsOf(mix({ [kind]: 'v' })).length).toBeGreaterThan(0)
})

test('an experiment that would change nothing for anybody is refused in words', () => {
  expect(faultsOf({ kind: 'mix', change: { lambda: 0.5 } }, ['for-you', 'similar'])).toEqual([])
  expect(faultsOf({ kind: 'mix', change: {}, ranker: 'r-7' }, ['listing', 'bag'])).toEqual([])
  expect(faultsOf({ kind: 'impersonal' }, ['listing'])).toEqual([])
  expect(faultsOf({ kind: 'mix', change: {} })).toEqual(['changed: nothing is changed'])
  expect(faultsOf({ kind: 'mix', change: { blend: 0.5 } })).toHaveLength(1)
  expect(faultsOf({ kind: 'mix', change: { lambda: 0.5 } }, ['listing']).length).toBeGreaterThan(0)
  expect(faultsOf({ kind: 'page', variant: 'larger-pieces' }, ['for-you', 'bag'])).toHaveLength(1)
  expect(faultsOf({ kind: 'impersonal' }, ['bag', 'bag'])).toEqual(['Every place is named once'])
  expect(faultsOf({ kind: 'impersonal' }, ['bag'], 'holdout')).toHaveLength(1)
})
