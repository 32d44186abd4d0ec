'use client'

import type { BagView } from '@selvedge/core'
import { useMemo } from 'react'

/**
 * The server's clock now, for countdowns that begin some time after the bag was read (a drawer opened later).
 * `readAtMs` is when this browser received the bag, by its own clock, unknown in the
 * first paint; only the distance counts.
 */
export const useServerNow = ({ serverNowMs }: Pick<BagView, 'serverNowMs'>, readAtMs: number | undefined): number =>
  useMemo(
    () => serverNowMs + (readAtMs === undefined ? 0 : Math.max(0, Date.now() - readAtMs)),
    [serverNowMs, readAtMs],
  )
