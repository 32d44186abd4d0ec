'use client'

import { QUALITY_REASONS, type QualityMove } from '@selvedge/core'
import { type FormEvent, useId } from 'react'
import { Button } from '@/components/button'
import { Dialog, DialogClose } from '@/components/dialog'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { QUALITY_WORDS } from '../frame/reason-words'

const WORDS: Readonly<Record<QualityMove, { title: string; lead: string; act: string; done: string; reason: string }>> =
  {
    hold: {
      title: 'Take off sale',
      lead: 'The pieces stay on the shelf and cannot be bought until somebody has looked at them.',
      act: 'Hold back',
      done: 'off sale',
      reason: 'suspected-fault',
    },
    release: {
      title: 'Back on sale',
      lead: 'The pieces have been looked at and are good.',
      act: 'Release',
      done: 'back on sale',
      reason: 'checked-good',
    },
    'write-off': {
      title: 'Write off',
      lead: 'The pieces leave the house for good.',
      act: 'Write off',
      done: 'written off',
      reason: 'beyond-repair',
    },
  }

type Row = { recordId: number; variantId: number; version: number; sku: string; unavailable: number }
type Props = { row: Row; move: QualityMove; onDone: () => void; onClose: () => void }

/** Moves pieces of one record between for sale, held back and out, with a reason. */
export const QualityDialog = ({ row, move, onDone, onClose }: Props) => {
  const formId = useId()
  const words = WORDS[move]
  const change = trpc.admin.quarantine.move.useMutation({
    onSuccess: () => {
      toast(`${row.sku}: ${words.done}`)
      onDone()
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const note = String(typed.get('note') ?? '').trim()
    change.mutate({
      recordId: row.recordId,
      variantId: row.variantId,
      move,
      quantity: Math.trunc(Number(typed.get('quantity'))),
      reason: QUALITY_REASONS.find((one) => one === typed.get('reason')) ?? 'suspected-fault',
      expectedVersion: row.version,
      ...(note === '' ? {} : { note }),
    })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={words.title}
      description={`${row.sku}. ${words.lead}`}
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Leave it</Button>} />
          <Button
            type="submit"
            form={formId}
            tone={move === 'write-off' ? 'danger' : 'primary'}
            loading={change.isPending}
          >
            {words.act}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="Pieces"
          name="quantity"
          type="number"
          inputMode="numeric"
          min={1}
          step={1}
          {...(move === 'hold' ? {} : { max: row.unavailable })}
          required
          defaultValue={move === 'hold' ? 1 : row.unavailable}
        />
        <Field label="Reason">
          {(wiring) => (
            <Select
              {...wiring}
              name="reason"
              defaultValue={words.reason}
              options={QUALITY_REASONS.map((value) => ({ value, label: QUALITY_WORDS[value] }))}
            />
          )}
        </Field>
        <TextField label="Note" name="note" optional maxLength={280} />
        <FailureLine error={change.error} />
      </form>
    </Dialog>
  )
}
