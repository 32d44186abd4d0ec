'use client'

import { ADJUST_REASONS, type AdjustReason } from '@selvedge/core'
import { useId, useState } from 'react'
import { Button } from '@/components/button'
import { Input } from '@/components/input'
import { Select } from '@/components/select'
import { ADJUST_WORDS } from '../frame/reason-words'
import { isOvertaken } from './edits'
import type { EditBook } from './use-edits'

const PROBLEMS_SHOWN = 5

/** What is changed and not saved: one reason for all of it, saving with progress, conflicts, and the way back. */
export const EditBar = ({ book }: { book: EditBook }) => {
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const reasonId = useId()
  const { edits, problems, progress, undoable } = book
  const all = [...edits.values()]
  const overtaken = all.filter(isOvertaken)
  const pending = all.filter(({ state }) => state !== 'conflict').length
  const chosen = ADJUST_REASONS.find((known): known is AdjustReason => known === reason)
  if (all.length === 0 && undoable === 0 && problems.length === 0 && !progress) return null
  const save = () => {
    setTried(true)
    if (!chosen) return
    setTried(false)
    void book.apply({ reason: chosen, ...(note.trim() === '' ? {} : { note: note.trim() }) })
  }
  return (
    <section
      aria-label="Changes not saved"
      className="figures flex flex-col gap-2 border border-ink bg-raised p-3 text-note"
    >
      {problems.length > 0 ? (
        <ul role="alert" className="border-l-4 border-thread pl-3">
          {problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {problems.length > PROBLEMS_SHOWN ? <li>and {problems.length - PROBLEMS_SHOWN} more</li> : null}
        </ul>
      ) : null}
      {overtaken.length > 0 ? (
        <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 border-l-4 border-weld pl-3">
          <ul>
            {overtaken.slice(0, PROBLEMS_SHOWN).map(({ recordId, figure, sku, locationCode, seen, value, current }) => (
              <li key={`${recordId}/${figure}`}>
                {sku} at {locationCode}: you saw {seen} and want {value}, it is{' '}
                {current === undefined ? 'gone' : `${current} by now`}.
              </li>
            ))}
            {overtaken.length > PROBLEMS_SHOWN ? <li>and {overtaken.length - PROBLEMS_SHOWN} more</li> : null}
          </ul>
          <Button tone="quiet" size="small" onClick={book.insist}>
            Set mine all the same
          </Button>
          <Button tone="quiet" size="small" onClick={book.takeTheirs}>
            Take theirs
          </Button>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <p role="status">
          {progress
            ? `Saving ${progress.done} of ${progress.of}`
            : pending > 0
              ? `${pending} ${pending === 1 ? 'change' : 'changes'} not saved`
              : undoable > 0
                ? `${undoable} saved`
                : ''}
        </p>
        {pending > 0 ? (
          <>
            <label htmlFor={reasonId} className="sr-only">
              Reason for all of them
            </label>
            <Select
              id={reasonId}
              value={reason}
              aria-invalid={isTried && !chosen ? true : undefined}
              onChange={(event) => setReason(event.target.value)}
              className="w-auto min-w-44"
              options={[
                { value: '', label: 'One reason for all', disabled: true },
                ...ADJUST_REASONS.map((value) => ({ value, label: ADJUST_WORDS[value] })),
              ]}
            />
            <Input
              aria-label="Note, not needed"
              placeholder="Note"
              maxLength={280}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              className="max-w-64"
            />
            <Button size="small" loading={progress !== undefined} onClick={save}>
              Save to the ledger
            </Button>
          </>
        ) : null}
        {all.length > 0 ? (
          <Button tone="quiet" size="small" disabled={progress !== undefined} onClick={book.discard}>
            Discard
          </Button>
        ) : null}
        {undoable > 0 && pending === 0 ? (
          <Button tone="quiet" size="small" loading={progress !== undefined} onClick={() => void book.undo()}>
            Take back the last {undoable}
          </Button>
        ) : null}
        {isTried && !chosen ? (
          <span role="alert" className="text-thread">
            Every change in the ledger has a reason.
          </span>
        ) : null}
      </div>
    </section>
  )
}
