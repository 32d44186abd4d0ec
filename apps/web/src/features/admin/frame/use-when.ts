import { happenedAtProblem } from '@selvedge/core'
import { useState } from 'react'

/** A time that somebody writes down later: what is typed, what it means, and why it cannot be. Empty, it is now. */
export const useWhen = () => {
  const [typed, setTyped] = useState('')
  const at = typed === '' ? undefined : new Date(typed)
  const isTime = at === undefined || !Number.isNaN(at.getTime())
  const problem = isTime ? at && happenedAtProblem(at, new Date()) : 'A day and a time, please.'
  return {
    typed,
    setTyped,
    problem,
    /** For a request; nothing while nothing, or nothing sensible, is typed. */
    told: at && problem === undefined ? { happenedAt: at } : {},
  }
}
export type When = ReturnType<typeof useWhen>
