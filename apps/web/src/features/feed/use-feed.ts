'use client'

import type { FeedAnswer, SkuStock } from '@selvedge/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { trpc } from '@/trpc/client'
import { useTasteTold } from '../gestures/taste-told'
import { useLiveStock } from '../live/use-live-stock'
import { usePricesMoved } from '../live/use-prices-moved'
import { reportFault } from '../report-fault'
import { landing } from './landing'
import { mergeFeed } from './merge-feed'
import { type ServedItem, servedItems } from './served-item'
import { withoutPast } from './without-past'

/** How long an answer is looked at before another is asked for when the shopper comes back to the page. */
const FRESH_MS = 5_000
/** Gestures that come together are answered together. */
const SETTLE_MS = 400

/** Answers that were laid out before in this visit: who goes back gets the page as it was left, and has looked at something since. */
const laidBefore = new Set<string>()

/**
 * The feed on an open page: refreshed after a gesture, when the page is looked at again, when a piece sells out, when
 * a wished one comes back and when prices move of what it shows or nearly showed, and laid over what stands there so that
 * nothing in view moves.
 */
export const useFeed = (initial: FeedAnswer, length: number) => {
  const utils = trpc.useUtils()
  const [items, setItems] = useState<readonly ServedItem[]>(() => servedItems(initial))
  const [awaits, setAwaits] = useState<readonly string[]>(initial.awaits ?? [])
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const seen = useRef<Set<number>>(new Set())
  const inView = useRef<Set<number>>(new Set())
  const away = useRef<Set<number>>(new Set())
  const shown = useRef<readonly ServedItem[]>(items)
  const near = useRef<readonly number[]>(initial.near ?? [])
  const answeredAt = useRef(Date.now())
  const asked = useRef(0)
  const laid = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const refresh = useCallback(async () => {
    asked.current += 1
    const turn = asked.current
    const answer = await utils.client.shop.feed
      .query(askOf(length))
      .catch((fault: unknown) => reportFault('feed', fault))
    if (!answer) return // what stands there stays; the live badges tell the truth of each card
    if (turn < laid.current) return // overtaken by a later answer
    laid.current = turn
    answeredAt.current = Date.now()
    near.current = answer.near ?? []
    setAwaits(answer.awaits ?? [])
    const page = { seen: seen.current, inView: inView.current, away: away.current }
    const fresh = servedItems(answer)
    setItems((standing) => mergeFeed({ shown: withoutPast(standing, fresh), fresh, ...page }))
  }, [utils, length])
  useEffect(() => {
    shown.current = items
  }, [items])
  const refreshSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refresh(), SETTLE_MS)
  }, [refresh])

  useTasteTold(refreshSoon)
  useReturned(awaits, refreshSoon)
  usePricesMoved(
    useCallback(() => [...near.current, ...shown.current.map(({ card }) => card.productId)], []),
    refreshSoon,
  )
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
      clearTimeout(timer.current)
    }
  }, [refreshSoon, initial.servedId, initial.isPersonal, initial.landing])

  return {
    items,
    gone,
    onSeen: useCallback((productId: number) => {
      seen.current.add(productId)
      inView.current.add(productId)
    }, []),
    /** Out of sight: a piece that is gone gives its place to another now. */
    onUnseen: useCallback(
      (productId: number) => {
        inView.current.delete(productId)
        if (away.current.has(productId)) refreshSoon()
      },
      [refreshSoon],
    ),
    onGone: useCallback((productId: number) => {
      away.current.add(productId)
      setGone((known) => new Set(known).add(productId))
    }, []),
    remove: useCallback((productId: number) => {
      away.current.add(productId)
      inView.current.delete(productId)
      setItems((shown) => shown.filter(({ card }) => card.productId !== productId))
    }, []),
    putBack: useCallback((item: ServedItem, place: number) => {
      away.current.delete(item.card.productId)
      setItems((shown) =>
        shown.some(({ card }) => card.productId === item.card.productId)
          ? shown
          : [...shown.slice(0, place), item, ...shown.slice(place)],
      )
    }, []),
  }
}

const askOf = (length: number) => {
  const began = landing()
  return { length, ...(began === undefined ? {} : { landing: began }) }
}

const NONE: readonly SkuStock[] = []
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
