'use client'

import type { StockReader } from '@selvedge/core'
import { trpc } from '@/trpc/client'

export type Figures = Awaited<ReturnType<StockReader['figures']>>

/** The figures of the shop. The header asks for them again whenever they move; all who show them share its answer. */
export const useFigures = (initial: Figures) => {
  const { data, isError, refetch } = trpc.admin.figures.now.useQuery(undefined, {
    initialData: { ...initial, sales24h: [...initial.sales24h] },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return { figures: data, isError, refetch }
}
