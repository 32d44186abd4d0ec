'use client'

import type { CardPrice } from '@selvedge/core'
import { useCallback, useState } from 'react'

type Priced = { readonly priceMinor: number; readonly wasMinor?: number | undefined }

/**
 * The price as it was drawn until another is heard; and as it is drawn again once somebody draws another. `sinceMs`: as of
 * when it is true for certain. A price is printed before it comes alive, but never before its document began.
 */
export const useMovedPrice = ({ priceMinor, wasMinor }: Priced) => {
  const drawn = `${priceMinor} ${wasMinor ?? ''}`
  const [moved, setMoved] = useState<{ readonly over: string; readonly now: Priced; readonly askedAtMs: number }>()
  const hear = useCallback(
    ({ priceMinor: now, compareAtMinor }: CardPrice, askedAtMs: number) =>
      setMoved({ over: drawn, now: { priceMinor: now, wasMinor: compareAtMinor }, askedAtMs }),
    [drawn],
  )
  return moved?.over === drawn
    ? { now: moved.now, sinceMs: moved.askedAtMs, hear }
    : { now: { priceMinor, wasMinor }, sinceMs: performance.timeOrigin, hear }
}
