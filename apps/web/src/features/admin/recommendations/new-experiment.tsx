'use client'

import { PLACEMENTS } from '@selvedge/core'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { tellFailure } from '../frame/tell-failure'
import { ArmFields, type ArmFieldsProps } from './arm-fields'
import { experimentDraftOf } from './experiment-draft'
import { GUARDRAIL_WORDS, METRIC_WORDS, PLACEMENT_WORDS } from './words'

const ARMS_MAX = 5
type ArmForm = { key: string } & ArmFieldsProps['first']
const TWO_ARMS: readonly ArmForm[] = [
  { key: 'a1', slug: 'control', kind: 'house' },
  { key: 'a2', slug: 'changed', kind: 'impersonal' },
]

/** The form of the next experiment: where, what each arm gets, what it is measured by and what may not get worse. */
export const NewExperiment = ({ onSaved }: { onSaved: () => void }) => {
  const [arms, setArms] = useState(TWO_ARMS)
  const made = useRef(TWO_ARMS.length)
  const save = trpc.admin.experiments.save.useMutation({
    onSuccess: onSaved,
    onError: tellFailure,
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const keys = arms.map(({ key }) => key)
    save.mutate(experimentDraftOf(new FormData(event.currentTarget), keys))
  }
  const add = (): void => {
    made.current += 1
    const nth = made.current
    setArms((known) => [...known, { key: `a${nth}`, slug: `changed-${nth}`, kind: 'mix' }])
  }
  const fields: Partial<Record<string, string[]>> = save.error?.data?.fieldErrors ?? {}
  const wrong = fields.design ?? []
  return (
    <form
      onSubmit={submit}
      aria-labelledby="new-experiment"
      className="flex flex-col gap-5 border border-rule bg-raised p-4"
    >
      <h2 id="new-experiment" className="font-display text-title">
        A new experiment
      </h2>
      <div className="grid gap-4 md:grid-cols-4">
        <TextField label="Name" name="name" required maxLength={80} />
        <TextField
          label="Short name"
          name="slug"
          required
          pattern="[a-z0-9][a-z0-9\-]+"
          hint="Small letters, for ever"
          maxLength={63}
        />
        <TextField label="What is hoped for" name="hypothesis" required maxLength={400} className="md:col-span-2" />
      </div>
      <fieldset>
        <legend className="text-small font-medium">Where</legend>
        <div className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {PLACEMENTS.map((placement) => (
            <Checkbox
              key={placement}
              name="placement"
              value={placement}
              defaultChecked={placement === 'for-you'}
              label={PLACEMENT_WORDS[placement]}
            />
          ))}
        </div>
      </fieldset>
      {arms.map(({ key, slug, kind }, at) => (
        <ArmFields
          key={key}
          arm={key}
          place={at + 1}
          first={{ slug, kind }}
          onRemove={
            at > 0 && arms.length > 2 ? () => setArms((known) => known.filter((one) => one.key !== key)) : undefined
          }
        />
      ))}
      {arms.length < ARMS_MAX ? (
        <span>
          <Button tone="quiet" size="small" onClick={add}>
            Another arm
          </Button>
        </span>
      ) : null}
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-5">
        <Choice label="Measured by" name="metric" first="click" words={METRIC_WORDS} />
        <Choice label="May not rise" name="guardrail" first="return" words={GUARDRAIL_WORDS} />
        <TextField
          label="By more than, in percent"
          name="max-rise"
          type="number"
          min={0}
          max={100}
          step={0.5}
          defaultValue={10}
          required
        />
        <TextField
          label="Error allowed, in percent"
          name="error"
          type="number"
          min={0.1}
          max={20}
          step={0.1}
          defaultValue={5}
          required
        />
        <TextField label="Kept out, in percent" name="holdout" type="number" min={0} max={50} defaultValue={5} />
      </div>
      {wrong.length > 0 ? (
        <ul role="alert" className="border border-thread p-3 text-small">
          {wrong.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <span>
        <Button type="submit" loading={save.isPending}>
          Keep as a draft
        </Button>
      </span>
    </form>
  )
}

type ChoiceProps = { label: string; name: string; first: string; words: Readonly<Record<string, string>> }

const Choice = ({ label, name, first, words }: ChoiceProps) => (
  <Field label={label}>
    {(wiring) => (
      <Select
        {...wiring}
        name={name}
        defaultValue={first}
        options={Object.entries(words).map(([value, text]) => ({ value, label: text }))}
      />
    )}
  </Field>
)
