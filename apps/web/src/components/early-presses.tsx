'use client'

import { useEffect } from 'react'

type EarlyPress = {
  /** A button, or a form that was sent without one. */
  readonly control: HTMLElement
  /** What stood on it when it was pressed. */
  readonly words: string
  /** From the beginning of the page. */
  readonly atMs: number
}
declare global {
  interface Window {
    /** Set in the head of a page: what was pressed so far, in its order, kept no longer. */
    takeEarlyPresses?: () => EarlyPress[]
  }
}

/** Who pressed longer ago has gone on to something else, or pressed again. */
const AGE_MAX_MS = 10_000

/** Not answered is what says something else by now: nobody orders ahead who pressed "Put in the bag". */
const answer = ({ control, words, atMs }: EarlyPress): void => {
  if (!control.isConnected || control.textContent !== words || performance.now() - atMs > AGE_MAX_MS) return
  if (control instanceof HTMLFormElement) control.requestSubmit()
  else control.click()
}

/** Answers what was pressed before the page's code was there. Stands once, behind everything that may be pressed. */
export const EarlyPresses = () => {
  useEffect(() => {
    // Each in a turn of its own: what one of them changes is there when the next is answered.
    for (const press of window.takeEarlyPresses?.() ?? []) setTimeout(() => answer(press))
  }, [])
  return null
}
