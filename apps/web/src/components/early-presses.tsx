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
    takeEarlyPresses?: (isCodeLost?: boolean) => EarlyPress[]
  }
}

/** Who pressed longer ago has gone on to something else, or pressed again. */
const AGE_MAX_MS = 10_000
const LOOK_AGAIN_MS = 50

/** Brought to life by React, which marks what it answers for; a press on another it would drop. */
const isAlive = (control: HTMLElement): boolean => Object.keys(control).some((key) => key.startsWith('__reactProps$'))

const isOver = ({ control, atMs }: EarlyPress): boolean => !control.isConnected || performance.now() - atMs > AGE_MAX_MS

/** Not answered is what says something else by now: nobody orders ahead who pressed "Put in the bag". */
const answer = ({ control, words }: EarlyPress): void => {
  if (control.textContent !== words) return
  if (control instanceof HTMLFormElement) control.requestSubmit()
  else control.click()
}

/** Each in a turn of its own, when it can be heard: what one of them changes is there when the next is answered. */
const answerInTurn = ([press, ...later]: readonly EarlyPress[]): void => {
  if (press === undefined) return
  if (!isOver(press) && !isAlive(press.control)) {
    setTimeout(() => answerInTurn([press, ...later]), LOOK_AGAIN_MS)
    return
  }
  if (!isOver(press)) answer(press)
  setTimeout(() => answerInTurn(later))
}

/** Answers what was pressed before the page's code was there. Stands once, behind everything that may be pressed. */
export const EarlyPresses = () => {
  useEffect(() => {
    const presses = window.takeEarlyPresses?.() ?? []
    setTimeout(() => answerInTurn(presses))
  }, [])
  return null
}
