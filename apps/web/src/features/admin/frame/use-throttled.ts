'use client'

import { useEffect, useRef, useState } from 'react'

/** A value that moves at most once in `ms`, and always comes to rest on the last one. */
export const useThrottled = <T>(value: T, ms: number): T => {
  const [taken, take] = useState(value)
  const takenAtMs = useRef(0)
  useEffect(() => {
    if (value === taken) return
    const waitMs = Math.max(0, takenAtMs.current + ms - performance.now())
    const timer = setTimeout(() => {
      takenAtMs.current = performance.now()
      take(value)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [value, taken, ms])
  return taken
}
