'use client'

import type { CountLineView } from '@selvedge/core'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { announce } from '@/components/live-region'
import { Quantity } from '@/components/quantity'
import { trpc } from '@/trpc/client'
import { Earlier } from '../frame/earlier'
import { FailureLine } from '../frame/failure-line'
import { useWhen } from '../frame/use-when'
import { optionWords } from '../option-words'
import { codeOf, type Tally, UNITS_MAX, withoutSent, withScan, withUnits } from './scan-tally'
import { ScansWaiting } from './scans-waiting'

const STEPS = [5, 10] as const

type Props = {
  countId: number
  /** The SKU in hand, chosen from the list or scanned; empty: none. */
  hand: string
  onHand: (sku: string) => void
  lines: readonly CountLineView[]
  onCounted: (line: CountLineView) => void
}

/** What one does with a shelf: scan or choose, count with the thumb or the keyboard, next. */
export const CountPad = ({ countId, hand, onHand, lines, onCounted }: Props) => {
  const [tally, setTally] = useState<Tally>(new Map())
  const [scan, setScan] = useState('')
  // Kept from line to line: a list that was written on paper is from one time.
  const when = useWhen()
  const code = useRef<HTMLInputElement>(null)
  const units = tally.get(hand) ?? 0
  const line = lines.find(({ sku }) => codeOf(sku) === hand)
  const look = trpc.admin.counts.look.useMutation({
    onSuccess: (counted, { sku, counted: sent }) => {
      onCounted(counted)
      setTally((before) => withoutSent(before, sku, sent))
      // What was scanned and not sent comes next. Another piece may have been taken up meanwhile: it stays in hand.
      if (hand === sku) onHand([...tally].find(([waiting, units]) => waiting !== sku && units > 0)?.[0] ?? '')
      code.current?.focus()
    },
  })
  const setUnits = (next: number) => setTally((before) => withUnits(before, hand, next))
  // A scanner ends a code with Enter: one piece more of it, nothing is sent, and the field is free for the next scan.
  const take = () => {
    const sku = codeOf(scan)
    setScan('')
    if (sku === '') return
    onHand(sku)
    setTally((before) => withScan(before, sku))
    announce(`${sku}: ${(tally.get(sku) ?? 0) + 1}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A code that was typed and not ended is taken up first: a number counted for one SKU is never sent for another.
    if (codeOf(scan) !== '') take()
    else if (hand !== '' && !look.isPending && when.problem === undefined)
      look.mutate({ countId, sku: hand, counted: units, ...when.told })
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
            value={scan}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="next"
            maxLength={64}
            onChange={(event) => setScan(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              take()
            }}
            className="text-lead"
          />
        )}
      </Field>
      <p className="min-h-10 text-small" role="status">
        {line ? (
          <>
            <span className="font-medium">{line.title}</span>, {optionWords(line)}
            <span className="figures block text-note text-soft">{line.sku}</span>
            {line.standing === 'recount' ? (
              <span className="block text-thread">Please count this one again.</span>
            ) : null}
          </>
        ) : hand === '' ? (
          <span className="text-soft">Every scan of a code counts one piece of it.</span>
        ) : (
          <span className="text-soft">{hand} is not on this list.</span>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Quantity
          what={line ? line.sku : 'pieces'}
          value={units}
          min={0}
          max={UNITS_MAX}
          onChange={setUnits}
          disabled={hand === ''}
          className="scale-110 origin-left mr-4"
        />
        {STEPS.map((step) => (
          <Button key={step} tone="quiet" disabled={hand === ''} onClick={() => setUnits(units + step)}>
            +{step}
          </Button>
        ))}
        <Button tone="bare" disabled={hand === ''} onClick={() => setUnits(0)}>
          Clear
        </Button>
      </div>
      <ScansWaiting tally={tally} hand={hand} onHand={onHand} />
      <Earlier when={when} />
      <FailureLine error={look.error} />
      <Button type="submit" size="large" wide loading={look.isPending} disabled={hand === '' && scan === ''}>
        {hand === '' ? 'Scan or choose a piece' : units === 0 ? 'Nothing there, next' : `Counted ${units}, next`}
      </Button>
    </form>
  )
}
