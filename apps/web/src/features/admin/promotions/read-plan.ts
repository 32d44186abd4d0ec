import { type PlanMarkdown, planMarkdownSchema } from '@selvedge/core'

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

/** The slug of a piece, from its slug or its whole address. */
export const slugOf = (text: string): string => /\/p\/([^/?#]+)/.exec(text)?.[1] ?? text.trim()

const whole = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))
const moment = (text: string): number | undefined => (text === '' ? undefined : new Date(text).getTime())

export type ReadPlan =
  | { readonly plan: PlanMarkdown; readonly errors?: undefined }
  | { readonly plan?: undefined; readonly errors: Readonly<Record<string, string>> }

const WORDS: Readonly<Record<string, string>> = {
  name: 'Give it a name of at most 80 letters.',
  scope: 'Say what it reaches.',
  percent: 'A whole number from 1 to 90.',
  startsAtMs: 'Say when it begins.',
  endsAtMs: 'It has to end after it begins, within a year.',
  minStockAgeDays: 'A whole number of days.',
  minUnits: 'A whole number of units.',
}

/** The plan as the procedure takes it, or what is wrong with each field. An empty start means now. */
export const readPlan = (draft: PlanDraft, nowMs: number): ReadPlan => {
  const [endsAtMs, age, units] = [moment(draft.endsAt), whole(draft.minStockAgeDays), whole(draft.minUnits)]
  const parsed = planMarkdownSchema.safeParse({
    name: draft.name,
    scope: { kind: draft.kind, slug: draft.kind === 'collection' ? draft.collection : slugOf(draft.piece) },
    percent: whole(draft.percent),
    startsAtMs: moment(draft.startsAt) ?? nowMs,
    ...(endsAtMs === undefined ? {} : { endsAtMs }),
    ...(age === undefined ? {} : { minStockAgeDays: age }),
    ...(units === undefined ? {} : { minUnits: units }),
  })
  if (parsed.success) return { plan: parsed.data }
  const fields = parsed.error.issues.map(({ path }) => String(path[0]))
  return { errors: Object.fromEntries(fields.map((field) => [field, WORDS[field] ?? 'This is not right.'])) }
}
