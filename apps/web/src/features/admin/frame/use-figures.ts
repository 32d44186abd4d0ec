'use client'

import type { StockReader } from '@selvedge/core'
import { trpc } from '@/trpc/client'

export type Figures = Awaited<ReturnType<StockReader['figures']>>

const POLL_MS = 2_000

/** The figures of the shop, every two seconds while somebody looks. All who show them share one request. */
export const useFigures = (initial: Figures): { figures: Figures; isLive: boolean } => {
  const { data, isError } = trpc.admin.figures.now.useQuery(undefined, {
    initialData: { ...initial, sales24h: [...initial.sales24h] },
    refetchInterval: POLL_MS,
    staleTime: POLL_MS,
  })
  return { figures: data, isLive: !isError }
}
