import { type RuleDraft, type RuleEffect, ruleDraftSchema } from '@selvedge/core'

export const EFFECTS = ['pin', 'boost', 'bury', 'exclude', 'cap-brand'] as const
export const TARGETS = ['products', 'category', 'brand', 'collection', 'term'] as const

/** What a rule's form says, as texts. */
export type RuleTexts = {
  name: string
  placement: string
  effect: string
  amount: string
  by: string
  value: string
  startsAt: string
  endsAt: string
  active: boolean
}

export const BLANK_RULE: RuleTexts = {
  name: '',
  placement: '',
  effect: 'boost',
  amount: '1.5',
  by: 'collection',
  value: '',
  startsAt: '',
  endsAt: '',
  active: true,
}

export type ReadRule =
  | { readonly ok: true; readonly rule: RuleDraft }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** Reads a form as a rule; what is wrong is said by field. */
export function readRule(texts: RuleTexts): ReadRule {
  const draft = {
    name: texts.name,
    placements: texts.placement === '' ? [] : [texts.placement],
    effect: effectOf(texts),
    ...(texts.value.trim() === '' ? {} : { target: targetOf(texts) }),
    ...(texts.startsAt === '' ? {} : { startsAt: new Date(texts.startsAt) }),
    ...(texts.endsAt === '' ? {} : { endsAt: new Date(texts.endsAt) }),
    active: texts.active,
  }
  const read = ruleDraftSchema.safeParse(draft)
  if (read.success) return { ok: true, rule: read.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of read.error.issues) errors[FIELDS[String(path[0])] ?? 'name'] ??= message
  return { ok: false, errors }
}

const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  effect: 'amount',
  target: 'value',
  startsAt: 'startsAt',
  endsAt: 'endsAt',
}

/** The schema judges it: a number that is none, or out of bounds, is said at its field. */
function effectOf({ effect, amount }: RuleTexts): RuleEffect {
  const number = Number(amount)
  switch (effect) {
    case 'pin':
      return { kind: 'pin', position: number }
    case 'boost':
      return { kind: 'boost', factor: number }
    case 'bury':
      return { kind: 'bury', factor: number }
    case 'cap-brand':
      return { kind: 'cap-brand', max: number }
    default:
      return { kind: 'exclude' }
  }
}

function targetOf({ by, value }: RuleTexts): Readonly<Record<string, unknown>> {
  const text = value.trim()
  if (by === 'products') return { by: 'products', productIds: text.split(/[\s,]+/).map(Number) }
  return { by, value: text }
}

/** A rule as one line. */
export function ruleWords({ effect, target, placements }: RuleDraft): string {
  const what =
    target === undefined
      ? 'every brand'
      : target.by === 'products'
        ? `pieces ${target.productIds.join(', ')}`
        : `${target.by} ${target.value}`
  const where = placements.length === 0 ? 'everywhere' : placements.join(', ')
  switch (effect.kind) {
    case 'pin':
      return `Pin ${what} at place ${effect.position}, ${where}`
    case 'boost':
      return `Boost ${what} × ${effect.factor}, ${where}`
    case 'bury':
      return `Bury ${what} ÷ ${effect.factor}, ${where}`
    case 'exclude':
      return `Never show ${what}, ${where}`
    case 'cap-brand':
      return `At most ${effect.max} of one brand (${what}), ${where}`
  }
}
