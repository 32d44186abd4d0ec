'use client'

import type { CountLineView } from '@selvedge/core'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { Quantity } from '@/components/quantity'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { optionWords } from '../option-words'

const UNITS_MAX = 100_000
const STEPS = [5, 10] as const

type Props = {
  countId: number
  /** The piece in hand, chosen from the list or scanned. */
  sku: string
  onSku: (sku: string) => void
  line: CountLineView | undefined
  onCounted: (line: CountLineView) => void
}

/** What one does with a shelf: scan or choose, count with the thumb or the keyboard, next. */
export const CountPad = ({ countId, sku, onSku, line, onCounted }: Props) => {
  const [units, setUnits] = useState(0)
  const code = useRef<HTMLInputElement>(null)
  const look = trpc.admin.counts.look.useMutation({
    onSuccess: (counted) => {
      onCounted(counted)
      setUnits(0)
      onSku('')
      code.current?.focus()
    },
  })
  const typed = sku.trim().toUpperCase()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') look.mutate({ countId, sku: typed, counted: units })
  }
  return (
    <form
      onSubmit={submit}
      aria-label="Count a shelf"
      className="sticky top-16 z-10 flex flex-col gap-4 border border-rule bg-raised p-4"
    >
      <Field label="Scan or type a SKU">
        {(wiring) => (
          <Input
            {...wiring}
            ref={code}
            value={sku}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="next"
            maxLength={64}
            onChange={(event) => onSku(event.target.value)}
            onKeyDown={(event) => {
              // A scanner ends a code with Enter: the same code again is one piece more, and nothing is sent.
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (typed !== '') setUnits((before) => Math.min(UNITS_MAX, before + 1))
            }}
            className="text-lead"
          />
        )}
      </Field>
      <p className="min-h-10 text-small" role="status">
        {line ? (
          <>
            <span className="font-medium">{line.title}</span>, {optionWords(line)}
            {line.standing === 'recount' ? (
              <span className="block text-thread">Please count this one again.</span>
            ) : null}
          </>
        ) : typed === '' ? (
          <span className="text-soft">Every scan of the same code counts one piece.</span>
        ) : (
          <span className="text-soft">{typed} is not on this list.</span>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Quantity
          what={line ? line.sku : 'pieces'}
          value={units}
          min={0}
          max={UNITS_MAX}
          onChange={setUnits}
          className="scale-110 origin-left mr-4"
        />
        {STEPS.map((step) => (
          <Button key={step} tone="quiet" onClick={() => setUnits(Math.min(UNITS_MAX, units + step))}>
            +{step}
          </Button>
        ))}
        <Button tone="bare" onClick={() => setUnits(0)}>
          Clear
        </Button>
      </div>
      <FailureLine error={look.error} />
      <Button type="submit" size="large" wide loading={look.isPending}>
        {units === 0 ? 'Nothing there, next' : `Counted ${units}, next`}
      </Button>
    </form>
  )
}
