'use client'

import type { Experiment } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { trpc } from '@/trpc/client'
import { tellFailure } from '../frame/tell-failure'
import { DesignWords } from './design-words'
import { ExperimentReading } from './experiment-reading'
import { NewExperiment } from './new-experiment'

/** What is being tried on whom, what it says so far, and the form for the next one. */
export const Experiments = ({ first }: { first: readonly Experiment[] }) => {
  const { data = first } = trpc.admin.experiments.list.useQuery(undefined, { initialData: [...first] })
  const utils = trpc.useUtils()
  const [kept, setKept] = useState(0)
  const settled = {
    onSuccess: () => void utils.admin.experiments.list.invalidate(),
    onError: tellFailure,
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
          <DesignWords design={design} />
          {state === 'draft' ? null : <ExperimentReading slug={slug} name={name} guardrail={design.guardrail} />}
        </section>
      ))}
      <NewExperiment
        key={kept}
        onSaved={() => {
          // A form that was kept makes room for an empty one.
          setKept((count) => count + 1)
          settled.onSuccess()
        }}
      />
    </div>
  )
}
