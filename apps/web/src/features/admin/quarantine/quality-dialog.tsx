'use client'

import { QUALITY_REASONS, type QualityMove } from '@selvedge/core'
import { useState } from 'react'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { trpc } from '@/trpc/client'
import { FormDialog } from '../frame/form-dialog'
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
  const words = WORDS[move]
  const [quantity, setQuantity] = useState(String(move === 'hold' ? 1 : row.unavailable))
  const [reason, setReason] = useState(words.reason)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const change = trpc.admin.quarantine.move.useMutation({
    onSuccess: () => {
      toast(`${row.sku}: ${words.done}`)
      onDone()
      onClose()
    },
  })
  const units = /^\d{1,6}$/.test(quantity.trim()) ? Number(quantity) : 0
  const most = move === 'hold' ? undefined : row.unavailable
  const wrong =
    units < 1 ? 'How many pieces?' : most !== undefined && units > most ? `At most ${most} are held back.` : undefined
  const send = () => {
    setTried(true)
    if (wrong) return
    change.mutate({
      recordId: row.recordId,
      variantId: row.variantId,
      move,
      quantity: units,
      reason: QUALITY_REASONS.find((one) => one === reason) ?? 'suspected-fault',
      expectedVersion: row.version,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
  }
  return (
    <FormDialog
      title={words.title}
      description={`${row.sku}. ${words.lead}`}
      words={{ send: words.act, leave: 'Leave it' }}
      tone={move === 'write-off' ? 'danger' : 'primary'}
      isSending={change.isPending}
      error={change.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Pieces"
        inputMode="numeric"
        autoComplete="off"
        value={quantity}
        error={isTried ? wrong : undefined}
        onChange={({ target }) => setQuantity(target.value)}
      />
      <Field label="Reason">
        {(wiring) => (
          <Select
            {...wiring}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            options={QUALITY_REASONS.map((value) => ({ value, label: QUALITY_WORDS[value] }))}
          />
        )}
      </Field>
      <TextField label="Note" optional maxLength={280} value={note} onChange={({ target }) => setNote(target.value)} />
    </FormDialog>
  )
}
