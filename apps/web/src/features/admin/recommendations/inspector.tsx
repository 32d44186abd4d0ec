'use client'

import { COUNTRIES, type Country, type Inspection, PLACEMENTS, type Placement } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { Select } from '@/components/select'
import { COUNTRY_OPTIONS } from '@/features/checkout/countries'
import { errorWords } from '@/features/rejection-words'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { AskedPiece } from './asked-piece'
import { CandidateTable } from './candidate-table'
import { GivenAnswer } from './given-answer'
import { RefusedList } from './refused-list'
import { SourceFigures } from './source-figures'
import { PLACEMENT_WORDS, pieceCount } from './words'

type Ask = {
  placement: Exclude<Placement, 'listing'>
  person?: string
  anchorId?: number
  productId?: number
  country?: Country
  servedId?: string
}
const ASKED = PLACEMENTS.filter((placement) => placement !== 'listing')

/** Why an answer is as it is: for any shopper, for nobody, or one that was given. */
export const Inspector = ({ first }: { first: Inspection | undefined }) => {
  const [ask, setAsk] = useState<Ask>({ placement: 'for-you' })
  const isFirst = Object.keys(ask).length === 1 && ask.placement === 'for-you'
  const { data, error, isFetching, refetch } = trpc.admin.inspector.inspect.useQuery(ask, {
    ...(isFirst && first ? { initialData: first } : {}),
    placeholderData: (before) => before,
    staleTime: 5_000,
    retry: false,
  })
  const served = trpc.admin.inspector.served.useQuery({ limit: 12, ...(ask.person ? { person: ask.person } : {}) })
  const submit = (form: FormData): void => {
    const placement = ASKED.find((known) => known === form.get('placement')) ?? 'for-you'
    const person = String(form.get('person') ?? '').trim()
    const [anchorId, productId] = [Number(form.get('anchor')), Number(form.get('piece'))]
    const country = COUNTRIES.find((known) => known === form.get('country'))
    setAsk({
      placement,
      ...(country ? { country } : {}),
      ...(person ? { person } : {}),
      ...(Number.isInteger(anchorId) && anchorId > 0 ? { anchorId } : {}),
      ...(Number.isInteger(productId) && productId > 0 ? { productId } : {}),
    })
    void refetch()
  }
  const words = error ? errorWords(error) : undefined
  return (
    <div className="flex flex-col gap-5">
      {/* Not as an action: React empties a form after one, and what was asked stands over its answer. */}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
        className="grid gap-4 md:grid-cols-3 md:items-start xl:grid-cols-[1fr_1.4fr_1fr_1fr_1fr_auto]"
      >
        <Field label="Placement">
          {(wiring) => (
            <Select
              {...wiring}
              name="placement"
              defaultValue={ask.placement}
              options={ASKED.map((value) => ({ value, label: PLACEMENT_WORDS[value] }))}
            />
          )}
        </Field>
        <Field label="Shopper" optional hint="u:… of an account, v:… of a visitor; empty for nobody">
          {(wiring) => (
            <Input {...wiring} name="person" autoComplete="off" maxLength={66} pattern="[uv]:[\w\-]{1,64}" />
          )}
        </Field>
        <Field label="Beside product" optional hint="Its number; the best seller when empty">
          {(wiring) => <Input {...wiring} name="anchor" inputMode="numeric" autoComplete="off" />}
        </Field>
        <Field label="One piece" optional hint="Its number: how it stands, and why">
          {(wiring) => <Input {...wiring} name="piece" inputMode="numeric" autoComplete="off" />}
        </Field>
        <Field label="Sent to" hint="What may not be sold there is left out">
          {(wiring) => (
            <Select
              {...wiring}
              name="country"
              defaultValue=""
              options={[{ value: '', label: 'Anywhere' }, ...COUNTRY_OPTIONS]}
            />
          )}
        </Field>
        <Button type="submit" loading={isFetching} className="md:mt-7">
          Explain
        </Button>
      </form>
      {words ? (
        <p role="alert" className="border border-thread bg-raised p-4 text-small">
          {words.title}. {words.detail}
        </p>
      ) : null}
      {data ? (
        <>
          {data.asked ? <AskedPiece asked={data.asked} /> : null}
          {data.given ? <GivenAnswer inspection={data} given={data.given} /> : null}
          <SourceFigures inspection={data} />
          <CandidateTable inspection={data} />
          <RefusedList inspection={data} />
        </>
      ) : null}
      <section aria-labelledby="served-title">
        <h2 id="served-title" className="font-display text-title">
          Answers that were given
        </h2>
        <ul className="mt-3 divide-y divide-rule border border-rule bg-raised text-small">
          {(served.data ?? []).map((row) => (
            <li key={row.servedId} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <Moment at={row.servedAt} look="clock" />
              <span>{PLACEMENT_WORDS[row.placement]}</span>
              <span className="text-soft">{row.person ?? 'nobody known'}</span>
              <span className="figures text-soft">{pieceCount(row.products.length)}</span>
              <Button
                tone="quiet"
                size="small"
                className="ml-auto"
                disabled={row.placement === 'listing'}
                onClick={() => setAsk({ placement: 'for-you', servedId: row.servedId })}
              >
                Play again
              </Button>
            </li>
          ))}
          {served.data?.length === 0 ? <li className="px-4 py-3 text-soft">None in the last 30 days.</li> : null}
        </ul>
      </section>
    </div>
  )
}
