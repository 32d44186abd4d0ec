'use client'

import type { StockGridRow } from '@selvedge/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { trpc } from '@/trpc/client'
import { reportFault } from '../../report-fault'
import { useStaffTopic } from '../frame/use-staff-topic'
import type { BalancedEntry, LedgerPage } from '../stock/rows'
import { LEDGER_ROWS } from './ledger-rows'

const joined = (known: readonly BalancedEntry[], more: readonly BalancedEntry[]): readonly BalancedEntry[] => {
  const byVersion = new Map([...known, ...more].map((entry) => [entry.version, entry]))
  return [...byVersion.values()].sort((a, b) => b.version - a.version)
}

/**
 * A record and its entries, newest first. The record is asked for when stock moves and new entries only when its
 * own version did. Entries never change, so what is there is never fetched again.
 */
export const useLedger = (initial: StockGridRow, first: LedgerPage) => {
  const { client } = trpc.useUtils()
  const { recordId } = initial
  const [entries, setEntries] = useState<readonly BalancedEntry[]>(first.entries)
  const [isLoading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  const { data: record, isError, refetch } = trpc.admin.stock.record.useQuery({ recordId }, { initialData: initial })
  const isTold = useStaffTopic('stock', () => void refetch())
  const newest = entries[0]?.version ?? 0
  const catching = useRef(false)

  useEffect(() => {
    if (record.version <= newest || catching.current) return
    catching.current = true
    client.admin.stock.ledger
      .query({ recordId, limit: LEDGER_ROWS })
      .then(({ entries: fresh }) =>
        setEntries((known) => {
          // More happened at once than a page holds: what is below the gap would look contiguous and is not.
          const isGap = (fresh.at(-1)?.version ?? 0) > (known[0]?.version ?? 0) + 1
          return isGap ? fresh : joined(known, fresh)
        }),
      )
      // The next look at the record tries again.
      .catch((fault: unknown) => reportFault('ledger', fault))
      .finally(() => {
        catching.current = false
      })
  }, [record.version, newest, recordId, client])

  const oldest = entries.at(-1)?.version ?? 1
  const loadOlder = async () => {
    setLoading(true)
    setFailed(false)
    try {
      const page = await client.admin.stock.ledger.query({ recordId, beforeVersion: oldest, limit: LEDGER_ROWS })
      setEntries((known) => joined(known, page.entries))
    } catch {
      setFailed(true)
    } finally {
      setLoading(false)
    }
  }
  const fold = useMemo(() => entries[0]?.after, [entries])
  return {
    record,
    entries,
    fold,
    hasOlder: oldest > 1,
    loadOlder,
    isLoading,
    failed,
    isLive: isTold && !isError,
    refresh: refetch,
  }
}
