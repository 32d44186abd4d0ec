'use client'

import { useEffect } from 'react'
import { record } from './recorder'

const LOOKED_AFTER_MS = 700

/** Counts a look at a product, how long the page was really looked at, and how far it was read. Draws nothing. */
export const ProductWatch = ({ productId }: { productId: number }) => {
  useEffect(() => {
    let lookedMs = 0
    let since = document.visibilityState === 'visible' ? performance.now() : undefined
    let depth = 0
    const looked = setTimeout(() => record({ kind: 'view', productId }), LOOKED_AFTER_MS)
    const pause = () => {
      if (since !== undefined) lookedMs += performance.now() - since
      since = undefined
    }
    const turned = () => {
      if (document.visibilityState === 'hidden') pause()
      else since = performance.now()
    }
    const scrolled = () => {
      const { scrollHeight } = document.documentElement
      const bottom = window.scrollY + window.innerHeight
      depth = Math.max(depth, Math.min(100, Math.round((100 * bottom) / Math.max(1, scrollHeight))))
    }
    document.addEventListener('visibilitychange', turned)
    window.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      clearTimeout(looked)
      document.removeEventListener('visibilitychange', turned)
      window.removeEventListener('scroll', scrolled)
      pause()
      // Under a second nobody has looked: one only came by.
      if (lookedMs < 1_000) return
      record({ kind: 'dwell', productId, dwellMs: Math.min(1_800_000, Math.round(lookedMs)) })
      if (depth > 0) record({ kind: 'scroll', page: 'product', productId, depthPercent: depth })
    }
  }, [productId])
  return null
}
