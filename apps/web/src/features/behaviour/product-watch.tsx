'use client'

import { useEffect } from 'react'
import { beforeLeaving, record } from './recorder'

const LOOKED_AFTER_MS = 700

/** Counts a look at a product, how long the page was really looked at, and how far it was read. Draws nothing. */
export const ProductWatch = ({ productId }: { productId: number }) => {
  useEffect(() => {
    let lookedMs = 0
    let since = document.visibilityState === 'visible' ? performance.now() : undefined
    let [depth, toldDepth] = [0, 0]
    const looked = setTimeout(() => record({ kind: 'view', productId }), LOOKED_AFTER_MS)
    const pause = () => {
      if (since !== undefined) lookedMs += performance.now() - since
      since = undefined
    }
    /** Of the time since it was last told. */
    const tell = () => {
      pause()
      // Under a second nobody has looked: one only came by.
      if (lookedMs < 1_000) return
      record({ kind: 'dwell', productId, dwellMs: Math.min(1_800_000, Math.round(lookedMs)) })
      if (depth > toldDepth) record({ kind: 'scroll', page: 'product', productId, depthPercent: depth })
      lookedMs = 0
      toldDepth = depth
    }
    const turned = () => {
      if (document.visibilityState === 'hidden') pause()
      else since ??= performance.now()
    }
    const scrolled = () => {
      const { scrollHeight } = document.documentElement
      const bottom = window.scrollY + window.innerHeight
      depth = Math.max(depth, Math.min(100, Math.round((100 * bottom) / Math.max(1, scrollHeight))))
    }
    document.addEventListener('visibilitychange', turned)
    window.addEventListener('scroll', scrolled, { passive: true })
    // A closed tab takes nothing apart: this is told when it goes, or never.
    const forget = beforeLeaving(tell)
    return () => {
      clearTimeout(looked)
      forget()
      document.removeEventListener('visibilitychange', turned)
      window.removeEventListener('scroll', scrolled)
      tell()
    }
  }, [productId])
  return null
}
