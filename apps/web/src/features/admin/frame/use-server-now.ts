'use client'

import { useEffect, useState } from 'react'

const TICK_MS = 500

/**
 * The server's clock, ticking on from its last answer by the browser's monotonic clock: a wrong clock on the device
 * does not matter. Epoch milliseconds.
 */
export const useServerNow = (answeredMs: number): number => {
  const [nowMs, setNowMs] = useState(answeredMs)
  useEffect(() => {
    const startedAt = performance.now()
    const tick = () => setNowMs(answeredMs + performance.now() - startedAt)
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [answeredMs])
  return nowMs
}
