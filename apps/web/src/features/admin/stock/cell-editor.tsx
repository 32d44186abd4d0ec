'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { readUnits } from './edits'

/** A figure being typed in its cell: Enter and Tab keep it, Escape lets it go, and so does nothing sensible typed. */
export const CellEditor = ({
  label,
  start,
  onKeep,
  onLeave,
}: {
  label: string
  start: string
  /** `to`: where the focus goes then. */
  onKeep: (units: number, to: 'down' | 'right' | 'stay') => void
  onLeave: () => void
}) => {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(start)
  const isDone = useRef(false)
  const units = readUnits(typed)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(start.length, start.length)
  }, [start])
  const finish = (work: () => void) => {
    if (isDone.current) return
    isDone.current = true
    work()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') finish(onLeave)
    else if ((event.key === 'Enter' || event.key === 'Tab') && units !== undefined) {
      event.preventDefault()
      finish(() => onKeep(units, event.key === 'Enter' ? 'down' : 'right'))
    } else if (event.key === 'Tab') event.preventDefault()
  }
  return (
    <input
      ref={field}
      aria-label={label}
      aria-invalid={units === undefined ? true : undefined}
      inputMode="numeric"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={(event) => event.stopPropagation()}
      onBlur={() => finish(() => (units === undefined ? onLeave() : onKeep(units, 'stay')))}
      className="h-7 w-full min-w-0 border border-ink bg-raised px-1.5 text-right focus-visible:outline-2 focus-visible:outline-thread aria-invalid:border-thread aria-invalid:text-thread"
    />
  )
}
