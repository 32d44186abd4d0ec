'use client'

import type { StockFilter } from '@selvedge/core'
import { useRouter } from 'next/navigation'
import { type ReactNode, useTransition } from 'react'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'

const number = new Intl.NumberFormat('en-GB')

type Props = { filter: StockFilter; records: number; isLive: boolean; helpId: string; children: ReactNode }

/** Whether the rows are live, how many there are, and what the keys do. */
export const GridFoot = ({ filter, records, isLive, helpId, children }: Props) => {
  const router = useRouter()
  const [isLooking, startTransition] = useTransition()
  // Counted for the line above the grid; asked for there.
  const { data: totals } = trpc.admin.stock.totals.useQuery(filter, { enabled: false })
  const byNow = totals?.records ?? records
  return (
    <div className="figures flex flex-wrap items-center gap-x-4 gap-y-1 text-note text-soft">
      <LiveDot live={isLive} label={isLive ? 'Rows in view follow the database' : 'Not live, trying again'} />
      <span role="status">
        {number.format(records)} {records === 1 ? 'record' : 'records'}
        {byNow === records ? '' : `, ${number.format(byNow)} fit by now`}
      </span>
      {byNow === records ? null : (
        // Rows that came and went by themselves would move the ground under who is writing.
        <Button tone="bare" size="small" loading={isLooking} onClick={() => startTransition(() => router.refresh())}>
          Show these
        </Button>
      )}
      {children}
      <span id={helpId} className="ml-auto max-lg:sr-only">
        Arrow keys move, with Shift they choose, with Control to the ends. Type or press F2 to set on hand and safety,
        paste from a sheet. Enter elsewhere adjusts
      </span>
    </div>
  )
}
