'use client'

import { FEED_LOOKS, SOURCE_NAMES } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { ArmVersions } from './arm-versions'
import { ARM_KINDS, type ArmKind, armField, armKindOf } from './experiment-draft'
import { PLAN_FIELDS, PLAN_NUMBERS, QUOTA_FIELD } from './plan-fields'
import { FEED_LOOK_WORDS, sourceWords } from './words'

const KIND_WORDS: Readonly<Record<ArmKind, string>> = {
  house: 'What everybody gets',
  mix: 'Another mix or other models',
  impersonal: 'Nothing personal',
  page: 'Another face of the feed',
}

export type ArmFieldsProps = {
  arm: string
  /** From 1. */
  place: number
  first: { slug: string; kind: ArmKind }
  onRemove?: (() => void) | undefined
}

/** One arm of an experiment: its name, its share and what its people get. The first is what the others are compared with. */
export const ArmFields = ({ arm, place, first, onRemove }: ArmFieldsProps) => {
  const [kind, setKind] = useState<ArmKind>(first.kind)
  const isControl = place === 1
  return (
    <fieldset className="border border-rule p-4">
      <legend className="px-1 label-caps text-soft">
        Arm {place}
        {isControl ? ', what the others are compared with' : ''}
      </legend>
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_6rem_1.4fr_1.4fr_auto]">
        <TextField
          label="Called"
          name={armField(arm, 'slug')}
          defaultValue={first.slug}
          required
          pattern="[a-z0-9][a-z0-9\-]+"
          title="Small letters, digits and hyphens"
          maxLength={63}
        />
        <TextField
          label="Weight"
          name={armField(arm, 'weight')}
          type="number"
          min={1}
          max={100}
          defaultValue={1}
          required
        />
        <Field label="What they get">
          {(wiring) => (
            <Select
              {...wiring}
              name={armField(arm, 'kind')}
              value={kind}
              onChange={({ target }) => setKind(armKindOf(target.value))}
              options={ARM_KINDS.filter((one) => !isControl || one === 'house').map((value) => ({
                value,
                label: KIND_WORDS[value],
              }))}
            />
          )}
        </Field>
        {kind === 'page' ? (
          <Field label="How it looks">
            {(wiring) => (
              <Select
                {...wiring}
                name={armField(arm, 'variant')}
                options={FEED_LOOKS.map((value) => ({ value, label: FEED_LOOK_WORDS[value] }))}
              />
            )}
          </Field>
        ) : null}
        {onRemove ? (
          <span className="lg:col-start-5">
            <Button tone="quiet" onClick={onRemove}>
              Leave out<span className="sr-only">: arm {place}</span>
            </Button>
          </span>
        ) : null}
      </div>
      {kind === 'mix' ? <ArmVersions arm={arm} /> : null}
      {kind === 'mix' ? <MixFields arm={arm} /> : null}
    </fieldset>
  )
}

/** What is changed of each place's own plan. */
const MixFields = ({ arm }: { arm: string }) => (
  <div className="mt-4 flex flex-col gap-3">
    <p className="text-note text-soft">
      An empty field leaves what each place has of its own. Candidates by source, at most {QUOTA_FIELD.max} each:
    </p>
    <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-6">
      {SOURCE_NAMES.map((source) => (
        <TextField
          key={source}
          {...QUOTA_FIELD}
          label={sourceWords(source)}
          name={armField(arm, source)}
          placeholder="as it is"
        />
      ))}
    </div>
    <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
      {PLAN_NUMBERS.map((name) => (
        <TextField key={name} {...PLAN_FIELDS[name]} name={armField(arm, name)} placeholder="as it is" />
      ))}
    </div>
  </div>
)
