'use client'

import type { FeedAnswer, SkuStock } from '@selvedge/core'
import { useCallback, useEffect, useRef } from 'react'
import { trpc } from '@/trpc/client'
import { useTasteTold } from '../gestures/taste-told'
import { useLiveStock } from '../live/use-live-stock'
import { landing } from './landing'
import { useLaidItems } from './use-laid-items'

/** How long an answer is looked at before another is asked for when the shopper comes back to the page. */
const FRESH_MS = 5_000

/** Answers that were laid out before in this visit: who goes back gets the page as it was left, and has looked at something since. */
const laidBefore = new Set<string>()

/**
 * The feed on an open page: refreshed after a gesture, when the page is looked at again, when a piece sells out, when
 * a wished one comes back and when prices move.
 */
export const useFeed = (initial: FeedAnswer, length: number) => {
  const utils = trpc.useUtils()
  const answeredAt = useRef(Date.now())
  const ask = useCallback(async () => {
    const answer = await utils.client.shop.feed.query(askOf(length))
    answeredAt.current = Date.now()
    return answer
  }, [utils, length])
  const { latest, refreshSoon, ...laid } = useLaidItems(initial, ask)

  useTasteTold(refreshSoon)
  useReturned(latest.awaits ?? NONE_AWAITED, refreshSoon)
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible' && Date.now() - answeredAt.current > FRESH_MS) refreshSoon()
    }
    // Later pages of a visit do not name what led a stranger here; what is below the first rows follows it.
    const isOfAnother = !initial.isPersonal && landing() !== initial.landing && landing() !== undefined
    if (laidBefore.has(initial.servedId) || isOfAnother) refreshSoon()
    laidBefore.add(initial.servedId)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pageshow', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pageshow', look)
    }
  }, [refreshSoon, initial.servedId, initial.isPersonal, initial.landing])
  return laid
}

const askOf = (length: number) => {
  const began = landing()
  return { length, ...(began === undefined ? {} : { landing: began }) }
}

const NONE: readonly SkuStock[] = []
const NONE_AWAITED: readonly string[] = []
/** The engine hears of what came back in its own time: soon enough, and after it. */
const RETURN_SETTLE_MS = 3_000

/** Says when a SKU that is waited for can be bought again. */
const useReturned = (awaits: readonly string[], onReturn: () => void): void => {
  const stock = useLiveStock(awaits, NONE)
  const returned = awaits.filter((sku) => (stock.get(sku)?.available ?? 0) > 0).join(',')
  useEffect(() => {
    if (returned === '') return
    const soon = setTimeout(onReturn, RETURN_SETTLE_MS)
    return () => clearTimeout(soon)
  }, [returned, onReturn])
}

export type Feed = ReturnType<typeof useFeed>
