import { experimentDraftSchema } from '@selvedge/core'
import { expect, test } from 'vitest'
import { experimentDraftOf } from './experiment-draft'

const written = (fields: Record<string, string | readonly string[]>): FormData => {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) {
    for (const value of typeof values === 'string' ? [values] : values) form.append(name, value)
  }
  return form
}

test('an experiment is kept as its form says: where, on whom, by what, and what each arm changes', () => {
  const form = written({
    name: 'Fewer best sellers',
    slug: 'fewer-best-sellers',
    hypothesis: 'Less of the same is opened more',
    placement: ['for-you', 'listing'],
    'a.slug': 'control',
    'a.weight': '2',
    'a.kind': 'house',
    'b.slug': 'fewer',
    'b.weight': '1',
    'b.kind': 'mix',
    'b.popular': '10',
    'b.new': '',
    'b.lambda': '0.5',
    'b.blend': '0.9',
    'b.ranker': 'r-7',
    'b.model.fit': 'f-2',
    'b.model.neighbours': '',
    'c.slug': 'nobody',
    'c.weight': '1',
    'c.kind': 'impersonal',
    metric: 'order',
    guardrail: 'dislike',
    'max-rise': '7.5',
    error: '1',
    holdout: '10',
  })
  const draft = experimentDraftOf(form, ['a', 'b', 'c'])
  expect(draft.design).toEqual({
    hypothesis: 'Less of the same is opened more',
    placements: ['for-you', 'listing'],
    arms: [
      { slug: 'control', weight: 2, settings: { kind: 'house' } },
      {
        slug: 'fewer',
        weight: 1,
        settings: {
          kind: 'mix',
          change: { quotas: { popular: 10 }, lambda: 0.5, blend: 0.9 },
          ranker: 'r-7',
          models: { fit: 'f-2' },
        },
      },
      { slug: 'nobody', weight: 1, settings: { kind: 'impersonal' } },
    ],
    holdoutPercent: 10,
    metric: 'order',
    guardrail: { metric: 'dislike', maxRisePercent: 7.5 },
    alpha: 0.01,
  })
  expect(experimentDraftSchema.safeParse(draft).error).toBeUndefined()
})

test('a mix that names nothing is not filled with anybody’s figures: it is refused', () => {
  const draft = experimentDraftOf(written({ 'b.kind': 'mix', 'b.popular': '', 'b.lambda': '' }), ['b'])
  expect(draft.design.arms[0]?.settings).toEqual({ kind: 'mix', change: {} })
  expect(experimentDraftSchema.safeParse(draft).success).toBe(false)
})
