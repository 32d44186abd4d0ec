'use client'

import type { SkuStock } from '@selvedge/core'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { LiveStatus } from './live-status'
import { useLiveClient } from './live-stock-provider'
import { isNews } from './stock-store'

/**
 * Availability of the SKUs, kept live. `initial` is what the server rendered with; a newer version from the stream
 * wins over it, an older one never does. The answer is the same map until something in it changes.
 */
export const useLiveStock = (skus: readonly string[], initial: readonly SkuStock[]): ReadonlyMap<string, SkuStock> => {
  const client = useLiveClient()
  // Callers may build both lists anew in every render: only another content counts.
  const key = skus.join(',')
  const initialKey = initial
    .map(({ sku, version, next }) => `${sku}:${version}:${next?.kind}:${next?.shipsBy}`)
    .join(',')
  const view = useMemo(() => {
    const topics = key === '' ? [] : key.split(',')
    const first = new Map(initial.map((stock) => [stock.sku, stock]))
    let last = first
    const read = (): ReadonlyMap<string, SkuStock> => {
      const next = new Map(first)
      for (const sku of topics) {
        const heard = client.store.get(sku)
        if (heard !== undefined && isNews(heard, first.get(sku))) next.set(sku, heard)
      }
      const isSame = next.size === last.size && [...next].every(([sku, stock]) => last.get(sku) === stock)
      if (!isSame) last = next
      return last
    }
    return {
      read,
      readFirst: (): ReadonlyMap<string, SkuStock> => first,
      listen: (listener: () => void) => client.store.listen(topics, listener),
      watch: () => client.watch(topics),
    }
  }, [client, key, initialKey])

  useEffect(() => view.watch(), [view])
  return useSyncExternalStore(view.listen, view.read, view.readFirst)
}

/** Whether what is shown is live now, for the dot beside it. */
export const useLiveStatus = (): LiveStatus => {
  const { status } = useLiveClient()
  return useSyncExternalStore(status.listen, status.get, () => 'connecting')
}
