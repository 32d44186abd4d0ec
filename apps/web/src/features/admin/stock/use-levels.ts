'use client'

import { useCallback, useEffect, useState } from 'react'
import { trpc } from '@/trpc/client'
import type { Level } from './rows'

const POLL_MS = 2_500

/** Fresh levels of the records in view, asked for every 2.5 s; a newer version wins, whatever arrives when. */
export const useLevels = (recordIds: readonly number[]) => {
  const [levels, setLevels] = useState<ReadonlyMap<number, Level>>(new Map())
  const take = useCallback((fresh: readonly Level[]) => {
    setLevels((known) => {
      const newer = fresh.filter(({ recordId, version, available }) => {
        const before = known.get(recordId)
        return !before || version > before.version || (version === before.version && available !== before.available)
      })
      return newer.length === 0 ? known : new Map([...known, ...newer.map((level) => [level.recordId, level] as const)])
    })
  }, [])
  const { data, isError, refetch } = trpc.admin.stock.levels.useQuery(
    { recordIds: [...recordIds] },
    { enabled: recordIds.length > 0, refetchInterval: POLL_MS, gcTime: 0, staleTime: POLL_MS },
  )
  useEffect(() => {
    if (data) take(data)
  }, [data, take])
  return { levels, take, isLive: !isError, ask: () => void refetch() }
}
