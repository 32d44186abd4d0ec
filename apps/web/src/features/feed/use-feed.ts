'use client'

import type { FeedAnswer, FeedItem } from '@selvedge/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { trpc } from '@/trpc/client'
import { mergeFeed } from './merge-feed'

/** How long an answer is looked at before another is asked for when the shopper comes back to the page. */
const FRESH_MS = 5_000
/** Gestures that come together are answered together. */
const SETTLE_MS = 400

/**
 * The feed on an open page: refreshed after a gesture, when the page is looked at again and when a piece sells out, and
 * laid over what stands there so that nothing in view moves.
 */
export const useFeed = (initial: FeedAnswer, length: number) => {
  const utils = trpc.useUtils()
  const [items, setItems] = useState<readonly FeedItem[]>(initial.items)
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const [servedId, setServedId] = useState(initial.servedId)
  const seen = useRef<Set<number>>(new Set())
  const away = useRef<Set<number>>(new Set())
  const answeredAt = useRef(Date.now())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const refresh = useCallback(async () => {
    const answer = await utils.client.shop.feed.query({ length }).catch(() => undefined)
    if (!answer) return // what stands there stays; the live badges tell the truth of each card
    answeredAt.current = Date.now()
    setServedId(answer.servedId)
    setItems((shown) => mergeFeed(shown, answer.items, seen.current, away.current))
  }, [utils, length])
  const refreshSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refresh(), SETTLE_MS)
  }, [refresh])

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible' && Date.now() - answeredAt.current > FRESH_MS) refreshSoon()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pageshow', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pageshow', look)
      clearTimeout(timer.current)
    }
  }, [refreshSoon])

  return {
    items,
    gone,
    servedId,
    refreshSoon,
    onSeen: useCallback((productId: number) => void seen.current.add(productId), []),
    /** Out of sight: a piece that is gone gives up its room now, and another comes at the end. */
    onUnseen: useCallback(
      (productId: number) => {
        if (!away.current.has(productId)) return
        setItems((shown) => shown.filter(({ card }) => card.productId !== productId))
        refreshSoon()
      },
      [refreshSoon],
    ),
    onGone: useCallback((productId: number) => {
      away.current.add(productId)
      setGone((known) => new Set(known).add(productId))
    }, []),
    remove: useCallback((productId: number) => {
      away.current.add(productId)
      setItems((shown) => shown.filter(({ card }) => card.productId !== productId))
    }, []),
    putBack: useCallback((item: FeedItem, place: number) => {
      away.current.delete(item.card.productId)
      setItems((shown) => [...shown.slice(0, place), item, ...shown.slice(place)])
    }, []),
  }
}
