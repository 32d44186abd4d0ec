'use client'

import { useCallback, useEffect, useRef } from 'react'

/** Runs at once, and then at most once in `ms`, a last time after the last call: for questions that are dear to answer. */
export const useCalm = (run: () => void, ms: number): (() => void) => {
  const newest = useRef(run)
  const ranAtMs = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    newest.current = run
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => {
        ranAtMs.current = performance.now()
        newest.current()
      },
      Math.max(0, ranAtMs.current + ms - performance.now()),
    )
  }, [ms])
}
