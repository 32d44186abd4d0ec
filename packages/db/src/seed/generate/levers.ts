import type { ExperimentDraft, RuleDraft } from '@selvedge/core'

const DAY_MS = 86_400_000

/** A week of a rule, days counted from today. */
const between = (today: Date, from: number, to: number) => ({
  startsAt: new Date(today.getTime() + from * DAY_MS),
  endsAt: new Date(today.getTime() + to * DAY_MS),
})

export type SeededRule = RuleDraft & { readonly id: string }

/** One rule that is over and two that are to come: they show how rules read, and change nothing that is chosen today. */
export const seededRules = (today: Date): readonly SeededRule[] => [
  {
    id: '5eed0000-0000-4000-8000-000000000001',
    name: 'Demo: linen first while it was warm',
    placements: ['for-you', 'listing'],
    effect: { kind: 'boost', factor: 1.5 },
    target: { by: 'term', value: 'material:linen' },
    ...between(today, -120, -60),
    active: true,
  },
  {
    id: '5eed0000-0000-4000-8000-000000000002',
    name: 'Demo: the soft tailoring weeks',
    placements: ['for-you'],
    effect: { kind: 'boost', factor: 1.8 },
    target: { by: 'collection', value: 'soft-tailoring' },
    ...between(today, 21, 35),
    active: true,
  },
  {
    id: '5eed0000-0000-4000-8000-000000000003',
    name: 'Demo: two of a house at most, for the gift guide',
    placements: ['for-you', 'similar'],
    effect: { kind: 'cap-brand', max: 2 },
    ...between(today, 14, 30),
    active: true,
  },
]

/** A markdown that begins by itself: on what has lain for a while, as long as there is something left of it. */
export const SEEDED_MARKDOWN = {
  name: 'Demo: room for the new season',
  collection: 'the-first-cold-morning',
  percent: 25,
  startsInDays: 28,
  lastsDays: 21,
  minStockAgeDays: 60,
  minUnits: 5,
} as const

/** An experiment that is over, so that nobody is in an arm of it today; its people are the past's customers. */
export const SEEDED_EXPERIMENT = {
  slug: 'demo-larger-pieces',
  name: 'Demo: larger pieces on the front page',
  startedDaysAgo: 40,
  stoppedDaysAgo: 12,
  design: {
    hypothesis: 'Larger pictures are opened more often, and nothing comes back more for it.',
    placements: ['for-you'],
    arms: [
      { slug: 'as-it-is', weight: 1, settings: { kind: 'house' } },
      { slug: 'larger', weight: 1, settings: { kind: 'page', variant: 'larger-pieces' } },
    ],
    holdoutPercent: 5,
    metric: 'click',
    guardrail: { metric: 'return', maxRisePercent: 10 },
    alpha: 0.05,
  },
} as const satisfies ExperimentDraft & { readonly startedDaysAgo: number; readonly stoppedDaysAgo: number }
