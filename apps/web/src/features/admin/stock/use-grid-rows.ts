'use client'

import type { StockFilter, StockGridRow } from '@selvedge/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '@/trpc/client'
import { type GridPage, PAGE_ROWS } from './rows'

/** The rows of a filter, a page at a time by record id. They are not fetched again: `useLevels` keeps them fresh. */
export const useGridRows = (filter: StockFilter, first: GridPage) => {
  const { client } = trpc.useUtils()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = useInfiniteQuery({
    queryKey: ['admin-stock-grid', filter],
    queryFn: ({ pageParam }): Promise<GridPage> =>
      client.admin.stock.grid.query({
        ...filter,
        limit: PAGE_ROWS,
        ...(pageParam === null ? {} : { afterRecordId: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextAfterRecordId,
    initialData: { pages: [first], pageParams: [null] },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const rows = useMemo<readonly StockGridRow[]>(() => data.pages.flatMap((page) => page.rows), [data])
  return { rows, hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError }
}
