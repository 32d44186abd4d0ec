'use client'

import { useEffect, useState } from 'react'

const TICK_MS = 5_000

/** The browser's clock for ages in minutes and days; what the server rendered with until the page is live. */
export const usePageClock = (renderedAtMs: number): number => {
  const [nowMs, setNowMs] = useState(renderedAtMs)
  useEffect(() => {
    setNowMs(Date.now())
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
