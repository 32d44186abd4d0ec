import type { PlacementPlan, PlanChange } from '@selvedge/core'

/** The numbers of a plan that are a field of their own, as every form asks for them. */
export const PLAN_NUMBERS = [
  'lambda',
  'brandMax',
  'categoryMax',
  'laterDays',
  'blend',
] as const satisfies readonly (keyof PlanChange)[]
export type PlanNumber = (typeof PLAN_NUMBERS)[number]

/** What chooses and composes an answer; a listing, which chooses nothing, has `blend` alone. */
export const COMPOSED_BY = ['lambda', 'brandMax', 'categoryMax', 'laterDays'] as const satisfies readonly PlanNumber[]

const share = { type: 'number', min: 0, max: 1, step: 0.05 } as const
const atMost = { type: 'number', min: 1, max: 1_000 } as const

/** Label and bounds of each; the bounds are those of `placementPlanSchema`. */
export const PLAN_FIELDS = {
  lambda: { label: 'Relevance against difference', ...share },
  brandMax: { label: 'Of one brand at most', ...atMost },
  categoryMax: { label: 'Of one category at most', ...atMost },
  laterDays: { label: 'Days ahead it may be promised', type: 'number', min: 0, max: 366 },
  blend: { label: 'Own order in listings, 0 to 1', ...share },
} as const satisfies Record<PlanNumber, { label: string; type: 'number'; min: number; max: number }>

/** How many candidates a source may offer. */
export const QUOTA_FIELD = { type: 'number', min: 0, max: 200 } as const

/** What was written in a number's field; what is no number counts as nothing. */
export const numberIn = (text: string): number => (Number.isFinite(Number(text)) ? Number(text) : 0)

/** Slots, from 0, as they are written: from 1, with commas between. */
export const slotsIn = (text: string): PlacementPlan['exploreAt'] =>
  text
    .split(',')
    .map((part) => Number(part.trim()) - 1)
    .filter((slot) => Number.isInteger(slot) && slot >= 0)
    .slice(0, 2)

export const slotsText = (slots: PlacementPlan['exploreAt']): string => slots.map((slot) => slot + 1).join(', ')
