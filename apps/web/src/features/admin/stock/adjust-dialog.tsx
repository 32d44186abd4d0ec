'use client'

import { ADJUST_REASONS, type StockGridRow } from '@selvedge/core'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Input, Textarea } from '@/components/input'
import { Select } from '@/components/select'
import { toast } from '@/components/toast'
import { errorWords } from '@/features/rejection-words'
import { FormDialog } from '../frame/form-dialog'
import { ADJUST_WORDS } from '../frame/reason-words'
import { useWhen } from '../frame/use-when'
import { WhenField } from '../frame/when-field'
import { signed } from '../ledger/entry-words'
import { optionWords } from '../option-words'
import { ModeChoice } from './adjust-mode'
import { AdjustOutlook } from './adjust-outlook'
import { type AdjustMode, planAdjustment } from './adjust-plan'
import { type Level, withLevel } from './rows'
import { type Adjustment, useAdjustment } from './use-adjustment'

const NOTE_MAX = 280

type AdjustDialogProps = {
  row: StockGridRow
  /** The newest level heard while the dialog is open. */
  newest: Level | undefined
  onLevel: (levels: readonly Level[]) => void
  onClose: () => void
}

/** A count or a change with its reason, shown before it is saved, and saved only against the numbers it was made on. */
export const AdjustDialog = ({ row, newest, onLevel, onClose }: AdjustDialogProps) => {
  const [seen, setSeen] = useState(row)
  const [mode, setMode] = useState<AdjustMode>('change')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { save, isSaving } = useAdjustment()
  const when = useWhen()

  const fresh = withLevel(seen, newest)
  // What is promised moves all day and is shown as it is; what lies on the shelf stays as seen until the person agrees.
  const hasMoved = fresh.onHand !== seen.onHand || fresh.unavailable !== seen.unavailable
  const level = hasMoved ? seen : fresh
  const plan = planAdjustment(level, mode, typed)
  const chosen = ADJUST_REASONS.find((known) => known === reason)

  const agree = (to: StockGridRow) => {
    setSeen(to)
    onLevel([to])
    setProblem(undefined)
  }
  const undo = (from: StockGridRow, { delta }: Adjustment) => {
    const back: Adjustment = { delta: -delta, reason: 'correction', note: `Takes back version ${from.version}` }
    void save(from, back).then((answer) => {
      if (answer.kind === 'saved') onLevel([{ ...from, ...answer.state, available: from.available - delta }])
      toast(
        answer.kind === 'saved'
          ? `${from.sku}: on hand is ${answer.state.onHand} again`
          : `${from.sku} was not put back`,
        answer.kind === 'saved' ? {} : { description: 'It has moved since. Adjust it by hand.', tone: 'error' },
      )
    })
  }
  const send = async () => {
    setTried(true)
    setProblem(undefined)
    if (plan.kind !== 'change' || !chosen || when.problem !== undefined) return
    const adjustment: Adjustment = {
      delta: plan.delta,
      reason: chosen,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...when.told,
    }
    const answer = await save(level, adjustment)
    switch (answer.kind) {
      case 'saved': {
        const saved: StockGridRow = { ...level, ...answer.state, available: plan.availableAfter }
        onLevel([saved])
        toast(`${row.sku} at ${row.locationCode}: on hand is ${saved.onHand}`, {
          description: `${signed(plan.delta)}, ${ADJUST_WORDS[chosen].toLowerCase()}, version ${saved.version}`,
          ...(plan.found === 0 ? { action: { label: 'Undo', onClick: () => undo(saved, adjustment) } } : {}),
        })
        onClose()
        return
      }
      case 'moved':
        setProblem(
          `Somebody changed this stock meanwhile: on hand was ${level.onHand} and is ${answer.row.onHand} now (version ${answer.row.version}). Nothing of yours was saved. The figures above are the new ones; look again and save.`,
        )
        setSeen(answer.row)
        onLevel([answer.row])
        return
      case 'failed': {
        const { title, detail } = errorWords(answer.error)
        setProblem(
          answer.error.data
            ? `${title}. ${detail ?? ''}`
            : 'The answer did not come, so it may or may not have been saved. Check the ledger of this record before you try again.',
        )
      }
    }
  }

  return (
    <FormDialog
      title={row.productTitle}
      description={
        <>
          {optionWords(row)} · {row.sku} at {row.locationCode} · version {level.version}
        </>
      }
      words={{ send: 'Save to the ledger', leave: 'Leave as it is' }}
      isSending={isSaving}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ModeChoice mode={mode} onMode={setMode} />
      <Field
        label={mode === 'change' ? 'More or fewer' : 'Counted on the shelf'}
        hint={mode === 'change' ? 'For example 12 for twelve more, -2 for two fewer' : `The books say ${level.onHand}`}
        error={plan.kind === 'wrong' ? plan.words : isTried && plan.kind === 'empty' ? 'How many?' : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            // The minus key is missing on number pads of some phones.
            inputMode={mode === 'change' ? 'text' : 'numeric'}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="figures"
          />
        )}
      </Field>
      <AdjustOutlook level={level} plan={plan} />
      {hasMoved ? (
        <p role="status" className="flex flex-wrap items-center gap-x-3 border-l-4 border-weld pl-3 text-note">
          It has just moved: on hand is {fresh.onHand} now.
          <Button tone="bare" size="small" onClick={() => agree(fresh)}>
            Go on with {fresh.onHand}
          </Button>
        </p>
      ) : null}
      <Field label="Reason" error={isTried && !chosen ? 'Every change in the ledger has a reason.' : undefined}>
        {(wiring) => (
          <Select
            {...wiring}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            options={[
              { value: '', label: 'Choose one', disabled: true },
              ...ADJUST_REASONS.map((value) => ({ value, label: ADJUST_WORDS[value] })),
            ]}
          />
        )}
      </Field>
      <Field label="Note" optional>
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={2}
            maxLength={NOTE_MAX}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <WhenField when={when} />
    </FormDialog>
  )
}
