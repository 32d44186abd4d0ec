'use client'

import { useEffect, useState } from 'react'

/** The value once it has stood still for so many milliseconds. */
export const useSettled = <T>(value: T, waitMs: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return settled
}
