'use client'

import type { GridPages, StockFilter, StockGridRow } from '@selvedge/core'
import { trpc } from '@/trpc/client'
import { useThrottled } from '../frame/use-throttled'
import { type GridPage, PAGE_ROWS } from './rows'

/** Pages that fly past are not asked for: while the bar is dragged through the whole shop, a few of them a second. */
const ASK_EVERY_MS = 120
/** What was scrolled away from is kept for going back, and not for ever: a whole shop would fill the browser. */
const KEEP_MS = 60_000

/**
 * The rows of a filter in their whole number, of which those near `indexes` are fetched, by the record that their page
 * begins with. They are not fetched again: `useLevels` keeps them fresh.
 */
export const useGridRows = (
  filter: StockFilter,
  { records, firstIds }: GridPages,
  first: GridPage,
  indexes: readonly number[],
) => {
  const { grid } = trpc.useUtils().admin.stock
  const pageOf = (index: number): number => Math.floor(index / PAGE_ROWS)
  const near = new Set(indexes.flatMap((index) => [pageOf(index - 20), pageOf(index), pageOf(index + 20)]))
  const wanted = [...near].filter((page) => firstIds[page] !== undefined).join(' ')
  const asked = useThrottled(wanted, ASK_EVERY_MS).split(' ').filter(Boolean).map(Number)
  const inputOf = (page: number) => {
    const [from, until] = [firstIds[page] ?? 0, firstIds[page + 1]]
    return {
      ...filter,
      limit: PAGE_ROWS,
      ...(from > 1 ? { afterRecordId: from - 1 } : {}),
      ...(until === undefined ? {} : { beforeRecordId: until }),
    }
  }
  const seed = { rows: [...first.rows], nextAfterRecordId: first.nextAfterRecordId }
  const answers = trpc.useQueries((ask) =>
    asked.map((page) =>
      ask.admin.stock.grid(inputOf(page), {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: KEEP_MS,
        ...(page === 0 ? { initialData: seed } : {}),
      }),
    ),
  )
  // Read from the answers, so that one that comes is drawn; what was scrolled away from is still in the cache.
  const nearBy = new Map(answers.map(({ data }, nth) => [asked[nth], data]))
  const pageAt = (index: number) => nearBy.get(pageOf(index)) ?? grid.getData(inputOf(pageOf(index)))
  const rowAt = (index: number): StockGridRow | undefined => pageAt(index)?.rows[index % PAGE_ROWS]
  return {
    rowAt,
    /** Whether the page of a row has come: a row of it that is not there does not fit the filter any more. */
    hasCome: (index: number): boolean => pageAt(index) !== undefined,
    /** Fetches what is not there yet of these rows. */
    load: async (from: number, count: number): Promise<void> => {
      const last = pageOf(Math.min(records, from + count) - 1)
      for (let page = pageOf(from); page <= last; page += 1)
        await grid.fetch(inputOf(page), { staleTime: Number.POSITIVE_INFINITY, gcTime: KEEP_MS })
    },
    hasFailed: answers.some(({ isError }) => isError),
    retry: () => {
      for (const { isError, refetch } of answers) if (isError) void refetch()
    },
  }
}
