'use client'

import type { RecentStockEvent } from '@selvedge/core'
import Link from 'next/link'
import { trpc } from '@/trpc/client'
import { actorWords } from '../frame/actor-words'
import { Moment } from '../frame/moment'
import { useStaffTopic } from '../frame/use-staff-topic'
import { ENTRY_WORDS, effectWords } from '../ledger/entry-words'
import { OVERVIEW_ROWS } from './overview-rows'

/** What has just moved, over all records. */
export const RecentEntries = ({ initial }: { initial: readonly RecentStockEvent[] }) => {
  const { data, refetch } = trpc.admin.stock.recent.useQuery(
    { limit: OVERVIEW_ROWS.recent },
    { initialData: [...initial], staleTime: Number.POSITIVE_INFINITY },
  )
  useStaffTopic('stock', () => void refetch())
  if (data.length === 0) return <p className="p-4 text-small text-soft">No stock has moved for a day.</p>
  return (
    <ul className="figures text-note">
      {data.map((entry) => (
        <li key={`${entry.recordId} ${entry.version}`} className="border-b border-rule last:border-b-0">
          <Link
            href={`/admin/ledger/${entry.recordId}`}
            prefetch={false}
            className="grid grid-cols-[1fr_auto] gap-x-4 px-3 py-1.5 -outline-offset-2 hover:bg-paper"
          >
            <span className="min-w-0 truncate">
              <span className="font-medium">{ENTRY_WORDS[entry.type]}</span>{' '}
              <span className="text-soft">{effectWords(entry)}</span>
            </span>
            <span className="text-right text-soft">
              <Moment at={entry.recordedAt} look="clock" />
            </span>
            <span className="min-w-0 truncate text-soft">
              {entry.productTitle} · {entry.sku} at {entry.locationCode}
            </span>
            <span className="text-right text-soft">{actorWords(entry)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
