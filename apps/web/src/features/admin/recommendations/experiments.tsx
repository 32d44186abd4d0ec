'use client'

import { type Experiment, type ExperimentDraft, FEED_LOOKS } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { ExperimentReading } from './experiment-reading'
import { FEED_LOOK_WORDS } from './words'

/** What is being tried on whom, what it says so far, and the form for the next one. */
export const Experiments = ({ first }: { first: readonly Experiment[] }) => {
  const { data = first } = trpc.admin.experiments.list.useQuery(undefined, { initialData: [...first] })
  const utils = trpc.useUtils()
  const settled = {
    onSuccess: () => void utils.admin.experiments.list.invalidate(),
    onError: (error: Parameters<typeof errorWords>[0]) => void toast(errorWords(error).title, { tone: 'error' }),
  }
  const start = trpc.admin.experiments.start.useMutation(settled)
  const stop = trpc.admin.experiments.stop.useMutation(settled)
  return (
    <div className="flex flex-col gap-6">
      {data.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">Nothing is being tried at the moment.</p>
      ) : null}
      {data.map(({ slug, name, design, state }) => (
        <section key={slug} aria-label={name} className="border border-rule bg-raised p-4">
          <div className="flex flex-wrap items-center gap-3">
            <h2 className="font-display text-title">{name}</h2>
            <Badge tone={state === 'running' ? 'good' : state === 'draft' ? 'wait' : 'plain'}>{state}</Badge>
            <span className="ml-auto">
              {state === 'draft' ? (
                <Button size="small" loading={start.isPending} onClick={() => start.mutate({ slug })}>
                  Begin
                </Button>
              ) : null}
              {state === 'running' ? (
                <Button size="small" tone="quiet" loading={stop.isPending} onClick={() => stop.mutate({ slug })}>
                  End
                </Button>
              ) : null}
            </span>
          </div>
          <p className="mt-1 max-w-prose text-small text-soft">
            {design.hypothesis} Measured by {design.metric}s a person on {design.placements.join(', ')};{' '}
            {design.guardrail.metric}s may rise by {design.guardrail.maxRisePercent} % at most. {design.holdoutPercent}{' '}
            % of people are kept out.
          </p>
          {state === 'draft' ? null : <ExperimentReading slug={slug} name={name} />}
        </section>
      ))}
      <NewExperiment onSaved={settled.onSuccess} />
    </div>
  )
}

const NewExperiment = ({ onSaved }: { onSaved: () => void }) => {
  const [kind, setKind] = useState('impersonal')
  const save = trpc.admin.experiments.save.useMutation({
    onSuccess: onSaved,
    onError: (error) => void toast(errorWords(error).title, { tone: 'error' }),
  })
  const houses = trpc.admin.placements.list.useQuery(undefined, { staleTime: 60_000 })
  const submit = (form: FormData): void => {
    const text = (name: string): string => String(form.get(name) ?? '').trim()
    const house = houses.data?.find(({ placement }) => placement === 'for-you')?.plan
    const treated =
      kind === 'plan' && house
        ? ({ kind: 'plan', plan: { ...house, lambda: Number(text('lambda')) } } as const)
        : kind === 'page'
          ? ({ kind: 'page', variant: FEED_LOOKS.find((look) => look === text('variant')) ?? FEED_LOOKS[0] } as const)
          : ({ kind: 'impersonal' } as const)
    const draft: ExperimentDraft = {
      slug: text('slug'),
      name: text('name'),
      design: {
        hypothesis: text('hypothesis'),
        placements: ['for-you'],
        arms: [
          { slug: 'control', weight: 1, settings: { kind: 'house' } },
          { slug: 'changed', weight: 1, settings: treated },
        ],
        holdoutPercent: Number(text('holdout')),
        metric: text('metric') === 'order' ? 'order' : text('metric') === 'add' ? 'add' : 'click',
        guardrail: { metric: 'return', maxRisePercent: 10 },
        alpha: 0.05,
      },
    }
    save.mutate(draft)
  }
  return (
    <form
      action={submit}
      aria-labelledby="new-experiment"
      className="grid gap-4 border border-rule bg-raised p-4 md:grid-cols-4"
    >
      <h2 id="new-experiment" className="font-display text-title md:col-span-4">
        A new experiment
      </h2>
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
      <Field label="What half of the people get">
        {(wiring) => (
          <Select
            {...wiring}
            value={kind}
            onChange={({ target }) => setKind(target.value)}
            options={[
              { value: 'impersonal', label: 'Nothing personal' },
              { value: 'plan', label: 'Another mix on the front page' },
              { value: 'page', label: 'Another face of the feed' },
            ]}
          />
        )}
      </Field>
      {kind === 'plan' ? (
        <TextField
          label="Relevance against difference"
          name="lambda"
          type="number"
          min={0}
          max={1}
          step={0.05}
          defaultValue={0.5}
        />
      ) : null}
      {kind === 'page' ? (
        <Field label="How it looks">
          {(wiring) => (
            <Select
              {...wiring}
              name="variant"
              options={FEED_LOOKS.map((value) => ({ value, label: FEED_LOOK_WORDS[value] }))}
            />
          )}
        </Field>
      ) : null}
      <Field label="Measured by">
        {(wiring) => (
          <Select
            {...wiring}
            name="metric"
            defaultValue="click"
            options={[
              { value: 'click', label: 'Pieces opened' },
              { value: 'add', label: 'Put into a bag' },
              { value: 'order', label: 'Ordered' },
            ]}
          />
        )}
      </Field>
      <TextField label="Kept out, in percent" name="holdout" type="number" min={0} max={50} defaultValue={5} />
      <div className="flex items-end">
        <Button type="submit" loading={save.isPending}>
          Keep as a draft
        </Button>
      </div>
    </form>
  )
}
