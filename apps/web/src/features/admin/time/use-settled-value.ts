'use client'

import { useEffect, useState } from 'react'

/** A value once it has rested for a moment: what is dragged past is not asked for. */
export const useSettledValue = <T>(value: T, restMs: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return settled
}
