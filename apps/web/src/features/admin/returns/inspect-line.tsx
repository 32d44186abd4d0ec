'use client'

import { RETURN_OUTCOMES, type ReturnOutcome, type StaffReturn } from '@selvedge/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { Quantity } from '@/components/quantity'
import { toast } from '@/components/toast'
import { OUTCOME_WORDS } from '@/features/returns/return-words'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'

type Line = StaffReturn['lines'][number]
type Props = { found: StaffReturn; line: Line; onDone: (after: StaffReturn) => void }

/** Decides about the pieces of one line; the refund follows at once. */
export const InspectLine = ({ found, line, onDone }: Props) => {
  const [units, setUnits] = useState<Readonly<Partial<Record<ReturnOutcome, number>>>>({ restocked: line.quantity })
  const inspect = trpc.admin.returns.inspect.useMutation({
    onSuccess: (after) => {
      toast(`${line.sku} is decided`)
      onDone(after)
    },
  })
  const total = RETURN_OUTCOMES.reduce((sum, outcome) => sum + (units[outcome] ?? 0), 0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = String(new FormData(event.currentTarget).get('note') ?? '').trim()
    inspect.mutate({
      returnId: found.returnId,
      expectedVersion: found.version,
      lineNo: line.lineNo,
      outcomes: RETURN_OUTCOMES.flatMap((outcome) => {
        const quantity = units[outcome] ?? 0
        return quantity > 0 ? [{ outcome, quantity }] : []
      }),
      ...(note === '' ? {} : { note }),
    })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 border-t border-rule pt-4">
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {RETURN_OUTCOMES.map((outcome) => (
          <div key={outcome} className="flex items-center justify-between gap-3">
            <span className="text-small">{OUTCOME_WORDS[outcome]}</span>
            <Quantity
              what={`${OUTCOME_WORDS[outcome]}: ${line.sku}`}
              value={units[outcome] ?? 0}
              min={0}
              max={line.quantity}
              onChange={(quantity) => {
                // One piece has one fate: choosing another takes it from where it was.
                setUnits(line.quantity === 1 && quantity === 1 ? { [outcome]: 1 } : { ...units, [outcome]: quantity })
              }}
            />
          </div>
        ))}
      </div>
      <TextField label="Note" name="note" optional maxLength={280} />
      {total === line.quantity ? null : (
        <p role="status" className="text-note text-thread">
          {total} of {line.quantity} decided
        </p>
      )}
      <FailureLine error={inspect.error} />
      <div>
        <Button type="submit" disabled={total !== line.quantity} loading={inspect.isPending}>
          Decide and refund
        </Button>
      </div>
    </form>
  )
}
