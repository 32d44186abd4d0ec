'use client'

import type { BagView } from '@selvedge/core'
import { useMemo } from 'react'

// Below this the answer has just come; the same figure on server and in the browser keeps the first paint equal.
const FRESH_MS = 1_500

/**
 * The server's clock now, for countdowns that begin some time after the bag was read (a drawer opened later).
 * `readAtMs` is when this browser received the bag, by its own clock; only the distance counts.
 */
export const useServerNow = ({ serverNowMs }: Pick<BagView, 'serverNowMs'>, readAtMs: number): number =>
  useMemo(() => {
    const age = Date.now() - readAtMs
    return age < FRESH_MS ? serverNowMs : serverNowMs + age
  }, [serverNowMs, readAtMs])
