'use client'

import Link from 'next/link'
import { trpc } from '@/trpc/client'
import { shortId } from '../frame/actor-words'
import { useServerNow } from '../frame/use-server-now'
import { useStaffTopic } from '../frame/use-staff-topic'
import type { HoldsPage } from '../holds/hold-rows'
import { TimeLeft } from '../holds/time-left'
import { optionWords } from '../option-words'
import { OVERVIEW_ROWS } from './overview-rows'

/** The holds that end next. */
export const EndingHolds = ({ initial }: { initial: HoldsPage }) => {
  const { data, refetch } = trpc.admin.holds.list.useQuery(
    { limit: OVERVIEW_ROWS.holds },
    {
      initialData: { now: initial.now, rows: initial.rows.map((hold) => ({ ...hold, parts: [...hold.parts] })) },
      staleTime: Number.POSITIVE_INFINITY,
    },
  )
  useStaffTopic('stock', () => void refetch())
  const nowMs = useServerNow(data.now.getTime())
  const running = data.rows.filter(({ expiresAt }) => expiresAt.getTime() > nowMs)
  if (running.length === 0) return <p className="p-4 text-small text-soft">Nothing is held at the moment.</p>
  return (
    <ul className="figures text-note">
      {running.map((hold) => (
        <li
          key={`${hold.cartId} ${hold.reservationId}`}
          className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 border-b border-rule px-3 py-1.5 last:border-b-0"
        >
          <TimeLeft expiresAt={hold.expiresAt} heldAt={hold.heldAt} nowMs={nowMs} />
          <span className="min-w-0">
            <Link
              href={`/admin/ledger/${hold.parts[0]?.recordId ?? ''}`}
              prefetch={false}
              className="block truncate font-medium hover:text-thread"
            >
              {hold.units} × {hold.productTitle}
            </Link>
            <span className="block truncate text-soft">
              {optionWords(hold)} · {hold.sku}
            </span>
          </span>
          <span className="text-soft">Bag {shortId(hold.cartId)}</span>
        </li>
      ))}
    </ul>
  )
}
