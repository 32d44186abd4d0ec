'use client'

import type { AllocationPolicy } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Textarea } from '@/components/input'
import { Select } from '@/components/select'
import { COUNTRY_LABELS } from '@/features/checkout/countries'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { readDemand } from './read-demand'
import { TriedPlanView } from './tried-plan'

const COUNTRIES = ['NL', 'DE', 'BE', 'FR', 'DK', 'AT'] as const
type Country = (typeof COUNTRIES)[number]

/** What a policy would do with a request right now; nothing is held. */
export const TryPanel = ({ policy }: { policy: AllocationPolicy }) => {
  const [country, setCountry] = useState<Country>('NL')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<{ lines: { sku: string; units: number }[]; country: Country }>()
  const [isWrong, setWrong] = useState(false)
  const tried = trpc.admin.allocation.tryPlan.useQuery(
    { policy, country: asked?.country ?? 'NL', lines: asked?.lines ?? [] },
    { enabled: asked !== undefined, placeholderData: (before) => before, staleTime: 0 },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lines = readDemand(typed)
    setWrong(lines === undefined)
    if (lines) setAsked({ lines, country })
  }
  return (
    <section aria-label="Try it" className="flex flex-col gap-4">
      <h2 className="font-display text-title">Try it</h2>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Goes to">
          {(wiring) => (
            <Select
              {...wiring}
              value={country}
              onChange={(event) => setCountry(COUNTRIES.find((one) => one === event.target.value) ?? 'NL')}
              options={COUNTRIES.map((value) => ({ value, label: COUNTRY_LABELS[value] }))}
            />
          )}
        </Field>
        <Field
          label="Lines"
          hint="A SKU a line; pieces behind it, one when there is no number"
          error={isWrong ? 'Write at least one SKU, with pieces from 1 to 1000 behind it.' : undefined}
        >
          {(wiring) => (
            <Textarea
              {...wiring}
              value={typed}
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
              className="figures"
            />
          )}
        </Field>
        <div>
          <Button type="submit" tone="quiet" loading={tried.isFetching}>
            Plan it
          </Button>
        </div>
      </form>
      <FailureLine error={tried.error} />
      {tried.data && !tried.error ? <TriedPlanView plan={tried.data} /> : null}
    </section>
  )
}
