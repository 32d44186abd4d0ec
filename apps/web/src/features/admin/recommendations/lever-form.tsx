'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { OvertakenNote } from '../frame/overtaken-note'
import { useDraftOf } from '../frame/use-draft-of'

export type LeverFormProps<T> = {
  /** What is set here: a placement, or a page. */
  title: string
  /** What stands; what is written over it goes to `children` and to `onSave`. */
  saved: T
  /** Nobody has changed it. */
  isHouse: boolean
  isSaving: boolean
  onSave: (draft: T) => void
  isResetting: boolean
  /** Gives it back to the house. */
  onReset: () => void
  /** The fields over what is being written. */
  children: (writing: Writing<T>) => ReactNode
}

/** What is being written, what it was begun on, and how it is changed. */
export type Writing<T> = Pick<ReturnType<typeof useDraftOf<T>>, 'base' | 'draft' | 'setDraft'>

/** What every lever has: whose setting stands, saving, the way back to the house's own, and what others saved meanwhile. */
export const LeverForm = <T,>({ title, saved, isHouse, children, ...acts }: LeverFormProps<T>) => {
  const { isOvertaken, takeSaved, ...writing } = useDraftOf(saved)
  return (
    <form
      aria-label={title}
      className="border border-rule bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault()
        acts.onSave(writing.draft)
      }}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="font-display text-lead">{title}</h3>
        <span className="text-note text-soft">{isHouse ? 'As the house has it' : 'Changed here'}</span>
        <span className="ml-auto flex gap-2">
          {isHouse ? null : (
            <Button tone="quiet" size="small" loading={acts.isResetting} onClick={acts.onReset}>
              Back to the house’s
            </Button>
          )}
          <Button type="submit" size="small" loading={acts.isSaving}>
            Save
          </Button>
        </span>
      </div>
      {isOvertaken ? <OvertakenNote onTake={takeSaved} /> : null}
      {children(writing)}
    </form>
  )
}
