'use client'

import type { FeedAnswer } from '@selvedge/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { usePricesMoved } from '../live/use-prices-moved'
import { reportFault } from '../report-fault'
import { mergeFeed } from './merge-feed'
import { type ServedItem, servedItems } from './served-item'
import { withoutPast } from './without-past'

/** Gestures that come together are answered together. */
const SETTLE_MS = 400

/**
 * Chosen pieces on an open page. `ask` answers anew (or nothing that may be shown), when prices move of what stands there
 * or nearly stood, when a piece that is gone leaves the view and when told to; the answer is laid over what stands there
 * so that nothing in view moves. `sinceMs`: as of when `initial` is true. Both stay the same from paint to paint.
 */
export const useLaidItems = (
  initial: FeedAnswer,
  ask: () => Promise<FeedAnswer | undefined>,
  sinceMs?: number | undefined,
) => {
  const [items, setItems] = useState<readonly ServedItem[]>(() => servedItems(initial))
  const [latest, setLatest] = useState(initial)
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const seen = useRef<Set<number>>(new Set())
  const inView = useRef<Set<number>>(new Set())
  const away = useRef<Set<number>>(new Set())
  const shown = useRef<readonly ServedItem[]>(items)
  const near = useRef<readonly number[]>(initial.near ?? [])
  const asked = useRef(0)
  const laid = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const refresh = useCallback(async () => {
    asked.current += 1
    const turn = asked.current
    const answer = await ask().catch((fault: unknown) => reportFault('feed', fault))
    if (!answer) return // what stands there stays; the live badges tell the truth of each card
    if (turn < laid.current) return // overtaken by a later answer
    laid.current = turn
    near.current = answer.near ?? []
    setLatest(answer)
    const page = { seen: seen.current, inView: inView.current, away: away.current }
    const fresh = servedItems(answer)
    setItems((standing) => mergeFeed({ shown: withoutPast(standing, fresh), fresh, ...page }))
  }, [ask])
  useEffect(() => {
    shown.current = items
  }, [items])
  const refreshSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refresh(), SETTLE_MS)
  }, [refresh])
  useEffect(() => () => clearTimeout(timer.current), [])
  usePricesMoved(
    useCallback(() => [...near.current, ...shown.current.map(({ card }) => card.productId)], []),
    refreshSoon,
    sinceMs,
  )

  return {
    items,
    gone,
    /** The answer that was laid last. */
    latest,
    refreshSoon,
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
