'use client'

import { useCallback, useEffect, useState } from 'react'
import { trpc } from '@/trpc/client'
import { useStaffTopic } from '../frame/use-staff-topic'
import type { Level } from './rows'

/**
 * Fresh levels of records: asked for whenever stock or supply moves. A newer version wins, whatever arrives when; what
 * is on its way and what ends by the clock move without one.
 */
export const useLevels = (recordIds: readonly number[]) => {
  const [levels, setLevels] = useState<ReadonlyMap<number, Level>>(new Map())
  const take = useCallback((fresh: readonly Level[]) => {
    setLevels((known) => {
      const newer = fresh.filter(({ recordId, version, available, incoming }) => {
        const before = known.get(recordId)
        if (!before || version > before.version) return true
        return version === before.version && (available !== before.available || incoming !== before.incoming)
      })
      return newer.length === 0 ? known : new Map([...known, ...newer.map((level) => [level.recordId, level] as const)])
    })
  }, [])
  const isAsked = recordIds.length > 0
  const { data, isError, refetch } = trpc.admin.stock.levels.useQuery(
    { recordIds: [...recordIds] },
    { enabled: isAsked, gcTime: 0, staleTime: 0 },
  )
  const ask = () => {
    if (isAsked) void refetch()
  }
  const isTold = useStaffTopic(['stock', 'supply'], ask)
  useEffect(() => {
    if (data) take(data)
  }, [data, take])
  return { levels, take, isLive: isTold && !isError, ask }
}
