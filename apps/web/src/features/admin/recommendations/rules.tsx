'use client'

import { type MerchandisingRule, PLACEMENTS } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { tellFailure } from '../frame/tell-failure'
import { BeforeAfter } from './before-after'
import { BLANK_RULE, EFFECTS, type RuleTexts, readRule, ruleWords, TARGETS } from './rule-form'
import { RuleStanding } from './rule-standing'
import { PLACEMENT_WORDS } from './words'

const EFFECT_LABELS = {
  pin: 'Pin at place',
  boost: 'Boost by',
  bury: 'Bury by',
  exclude: 'Never show',
  'cap-brand': 'Cap a brand at',
}
const TARGET_LABELS = {
  products: 'Product numbers',
  category: 'Category',
  brand: 'Brand',
  collection: 'Collection',
  term: 'Facet and value',
}

/** The rules in force, and one being written with what it would change. */
export const Rules = ({ first }: { first: readonly MerchandisingRule[] }) => {
  const [texts, setTexts] = useState<RuleTexts>(BLANK_RULE)
  const [id, setId] = useState(() => crypto.randomUUID())
  const [isAsked, setAsked] = useState(false)
  const utils = trpc.useUtils()
  const { data = first } = trpc.admin.rules.list.useQuery(undefined, { initialData: [...first] })
  const done = (words: string): void => {
    toast(words, { description: 'Every running shop follows within seconds.' })
    void utils.admin.rules.list.invalidate()
  }
  const save = trpc.admin.rules.save.useMutation({
    onSuccess: () => {
      done('The rule is in force')
      setTexts(BLANK_RULE)
      setId(crypto.randomUUID())
      setAsked(false)
    },
    onError: tellFailure,
  })
  const remove = trpc.admin.rules.remove.useMutation({
    onSuccess: () => done('The rule is gone'),
    onError: tellFailure,
  })
  const read = readRule(texts)
  const errors = read.ok || !isAsked ? {} : read.errors
  const set = (change: Partial<RuleTexts>): void => setTexts((known) => ({ ...known, ...change }))
  return (
    <div className="flex flex-col gap-6">
      <ul className="divide-y divide-rule border border-rule bg-raised text-small">
        {data.map((rule) => (
          <li key={rule.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
            <span className="font-medium">{rule.name}</span>
            <span className="text-soft">{ruleWords(rule)}</span>
            <RuleStanding rule={rule} />
            <span className="ml-auto flex gap-2">
              <Button
                tone="quiet"
                size="small"
                onClick={() => save.mutate({ id: rule.id, rule: { ...draftOf(rule), active: !rule.active } })}
              >
                {rule.active ? 'Switch off' : 'Switch on'}
                <span className="sr-only"> {rule.name}</span>
              </Button>
              <Button tone="quiet" size="small" onClick={() => remove.mutate({ id: rule.id })}>
                Remove
                <span className="sr-only"> {rule.name}</span>
              </Button>
            </span>
          </li>
        ))}
        {data.length === 0 ? <li className="p-4 text-soft">No rules: the engine chooses alone.</li> : null}
      </ul>
      <form
        aria-labelledby="new-rule"
        className="grid gap-4 border border-rule bg-raised p-4 md:grid-cols-4"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (read.ok) save.mutate({ id, rule: read.rule })
        }}
      >
        <h2 id="new-rule" className="font-display text-title md:col-span-4">
          A new rule
        </h2>
        <TextField
          label="Name"
          maxLength={80}
          value={texts.name}
          error={errors.name}
          onChange={(event) => set({ name: event.target.value })}
          className="md:col-span-2"
        />
        <Field label="Where" hint={whereHint(texts)}>
          {(wiring) => (
            <Select
              {...wiring}
              value={texts.placement}
              onChange={(event) => set({ placement: event.target.value })}
              options={[
                { value: '', label: 'Everywhere' },
                ...PLACEMENTS.map((value) => ({ value, label: PLACEMENT_WORDS[value] })),
              ]}
            />
          )}
        </Field>
        <Field label="What">
          {(wiring) => (
            <Select
              {...wiring}
              value={texts.effect}
              onChange={(event) => set({ effect: event.target.value })}
              options={EFFECTS.map((value) => ({ value, label: EFFECT_LABELS[value] }))}
            />
          )}
        </Field>
        {texts.effect === 'exclude' ? null : (
          <TextField
            label={amountLabel(texts.effect)}
            inputMode="decimal"
            value={texts.amount}
            error={errors.amount}
            onChange={(event) => set({ amount: event.target.value })}
          />
        )}
        <Field label="Which products">
          {(wiring) => (
            <Select
              {...wiring}
              value={texts.by}
              onChange={(event) => set({ by: event.target.value })}
              options={TARGETS.map((value) => ({ value, label: TARGET_LABELS[value] }))}
            />
          )}
        </Field>
        <TextField
          label={texts.by === 'products' ? 'Their numbers' : 'Its name'}
          hint={texts.by === 'term' ? 'As in material:linen' : undefined}
          value={texts.value}
          error={errors.value}
          onChange={(event) => set({ value: event.target.value })}
        />
        <TextField
          label="From"
          optional
          type="datetime-local"
          value={texts.startsAt}
          error={errors.startsAt}
          onChange={(event) => set({ startsAt: event.target.value })}
        />
        <TextField
          label="Until"
          optional
          type="datetime-local"
          value={texts.endsAt}
          error={errors.endsAt}
          onChange={(event) => set({ endsAt: event.target.value })}
        />
        <div className="flex items-end gap-6 md:col-span-4">
          <Checkbox
            label="In force at once"
            checked={texts.active}
            onChange={(event) => set({ active: event.target.checked })}
          />
          <Button type="submit" loading={save.isPending}>
            Save the rule
          </Button>
        </div>
      </form>
      {read.ok ? <BeforeAfter id={id} rule={{ ...read.rule, active: true }} /> : null}
    </div>
  )
}

/** What a rule covers there and what not, where it would be taken for more. */
const whereHint = ({ placement, effect }: RuleTexts): string | undefined => {
  if (placement === 'listing') {
    return effect === 'exclude'
      ? 'Stands behind the others in a shopper’s own order; a listing leaves nothing out'
      : 'In a shopper’s own order; a listing sorted by price or date keeps to that'
  }
  if (placement !== '') return undefined
  return effect === 'exclude'
    ? 'Front page, all rails, and last in a shopper’s own order; search and its own page still show it'
    : 'Every rail and a shopper’s own order of listings'
}

const amountLabel = (effect: string): string =>
  effect === 'pin' ? 'Place, from 1' : effect === 'cap-brand' ? 'At most' : 'Times'

const draftOf = ({ id: _, ...draft }: MerchandisingRule) => draft
