import {
  type ExperimentDraft,
  FEED_LOOKS,
  type ModelVersions,
  type PlanChange,
  placementSchema,
  SOURCE_NAMES,
  type SourceName,
  TRIED_KINDS,
  type TriedKind,
} from '@selvedge/core'
import { PLAN_NUMBERS } from './plan-fields'

type Arm = ExperimentDraft['design']['arms'][number]

/** What people in an arm may get. */
export const ARM_KINDS = ['house', 'mix', 'impersonal', 'page'] as const
export type ArmKind = (typeof ARM_KINDS)[number]
export const armKindOf = (text: string): ArmKind => ARM_KINDS.find((kind) => kind === text) ?? 'house'

/** The name of an arm's field in the form. */
export const armField = (arm: string, field: string): string => `${arm}.${field}`

/** The name of the field that says which version of a model answers an arm. */
export const armModelField = (arm: string, kind: TriedKind): string => armField(arm, `model.${kind}`)

/** An experiment as its form says; an empty field of a mix leaves the placement's own as it is. */
export function experimentDraftOf(form: FormData, arms: readonly string[]): ExperimentDraft {
  const text = (name: string): string => String(form.get(name) ?? '').trim()
  const number = (name: string): number | undefined => (text(name) === '' ? undefined : Number(text(name)))
  const metric = text('metric')
  return {
    slug: text('slug'),
    name: text('name'),
    design: {
      hypothesis: text('hypothesis'),
      placements: form.getAll('placement').flatMap((value) => placementSchema.safeParse(value).data ?? []),
      arms: arms.map((arm) => ({
        slug: text(armField(arm, 'slug')),
        weight: number(armField(arm, 'weight')) ?? 0,
        settings: settingsOf((field) => text(armField(arm, field))),
      })),
      holdoutPercent: number('holdout') ?? 0,
      metric: metric === 'order' || metric === 'add' ? metric : 'click',
      guardrail: {
        metric: text('guardrail') === 'dislike' ? 'dislike' : 'return',
        maxRisePercent: number('max-rise') ?? 0,
      },
      alpha: (number('error') ?? 0) / 100,
    },
  }
}

function settingsOf(text: (field: string) => string): Arm['settings'] {
  const kind = armKindOf(text('kind'))
  switch (kind) {
    case 'page':
      return { kind, variant: FEED_LOOKS.find((look) => look === text('variant')) ?? FEED_LOOKS[0] }
    case 'mix': {
      const ranker = text('ranker')
      const models = modelsOf(text)
      return {
        kind,
        change: changeOf(text),
        ...(ranker === '' ? {} : { ranker }),
        ...(Object.keys(models).length === 0 ? {} : { models }),
      }
    }
    default:
      return { kind }
  }
}

const modelsOf = (text: (field: string) => string): ModelVersions =>
  Object.fromEntries(
    TRIED_KINDS.flatMap((kind) => {
      const version = text(`model.${kind}`)
      return version === '' ? [] : [[kind, version]]
    }),
  )

function changeOf(text: (field: string) => string): PlanChange {
  const number = (field: string): number | undefined => (text(field) === '' ? undefined : Number(text(field)))
  const quotas: Partial<Record<SourceName, number>> = {}
  for (const source of SOURCE_NAMES) {
    const quota = number(source)
    if (quota !== undefined) quotas[source] = quota
  }
  const change: { -readonly [Name in keyof PlanChange]: PlanChange[Name] } = {}
  if (Object.keys(quotas).length > 0) change.quotas = quotas
  for (const name of PLAN_NUMBERS) {
    const value = number(name)
    if (value !== undefined) change[name] = value
  }
  return change
}
