import { type PlanMarkdown, planMarkdownSchema } from '@selvedge/core'
import { pieceSlug } from '../frame/piece-address'
import { fieldWords, type ReadForm, readForm, typedMoment, typedNumber } from '../frame/read-form'

/** What the form holds: texts, as inputs do. */
export type PlanDraft = {
  readonly name: string
  readonly kind: 'product' | 'collection'
  readonly collection: string
  readonly piece: string
  readonly percent: string
  readonly startsAt: string
  readonly endsAt: string
  readonly minStockAgeDays: string
  readonly minUnits: string
}

export const EMPTY_PLAN: PlanDraft = {
  name: '',
  kind: 'collection',
  collection: '',
  piece: '',
  percent: '20',
  startsAt: '',
  endsAt: '',
  minStockAgeDays: '',
  minUnits: '',
}

const WORDS = fieldWords({
  name: 'Give it a name of at most 80 letters.',
  scope: 'Say what it reaches.',
  percent: 'A whole number from 1 to 90.',
  startsAtMs: 'Say when it begins.',
  endsAtMs: 'It has to end after it begins, within a year.',
  minStockAgeDays: 'A whole number of days.',
  minUnits: 'A whole number of units.',
})

/** The plan as the procedure takes it, or what is wrong with each field. An empty start means now. */
export const readPlan = (draft: PlanDraft, nowMs: number): ReadForm<PlanMarkdown> => {
  const [endsAtMs, age, units] = [
    typedMoment(draft.endsAt),
    typedNumber(draft.minStockAgeDays),
    typedNumber(draft.minUnits),
  ]
  const typed = {
    name: draft.name,
    scope: { kind: draft.kind, slug: draft.kind === 'collection' ? draft.collection : pieceSlug(draft.piece) },
    percent: typedNumber(draft.percent),
    startsAtMs: typedMoment(draft.startsAt) ?? nowMs,
    ...(endsAtMs === undefined ? {} : { endsAtMs }),
    ...(age === undefined ? {} : { minStockAgeDays: age }),
    ...(units === undefined ? {} : { minUnits: units }),
  }
  return readForm(planMarkdownSchema, typed, WORDS)
}
