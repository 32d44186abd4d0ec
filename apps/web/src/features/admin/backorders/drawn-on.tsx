'use client'

import type { BackorderView } from '@selvedge/core'
import Link from 'next/link'
import { formatDay } from '@/features/product/format-day'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'

/** Who waits for replenishment of a record, first come first, and how much of the allowance is left. */
export const DrawnOn = ({ backorder }: { backorder: BackorderView }) => {
  const { recordId, units, promised, held, left } = backorder
  // Counted anew whenever one more is promised, kept or bound to a shipment.
  const { data } = trpc.admin.supply.backorderPromises.useQuery({ recordId }, { enabled: promised > 0 })
  return (
    <section aria-label="Drawn on" className="mt-5 flex flex-col gap-2">
      <h3 className="label-caps text-soft">Drawn on</h3>
      <p className="figures text-small">
        {promised} of {units} promised, {held} in bags, {left} left.
      </p>
      {promised > 0 && data ? (
        <ul aria-label="Orders that wait" className="flex max-h-48 flex-col overflow-y-auto border border-rule">
          {data.map(({ orderNumber, units: ordered, shipsOn, madeAtMs }) => (
            <li
              key={`${orderNumber} ${shipsOn}`}
              className="figures flex flex-wrap gap-x-3 border-b border-rule px-3 py-2 text-note last:border-b-0"
            >
              <Link href={`/admin/orders/${orderNumber}`} prefetch={false} className="thread-link font-medium">
                {orderNumber}
              </Link>
              <span>{ordered === 1 ? '1 piece' : `${ordered} pieces`}</span>
              <span>{shipsOn ? `ships by ${formatDay(shipsOn)}` : 'no day: the one that was told has passed'}</span>
              <span className="ml-auto text-soft">
                <Moment at={new Date(madeAtMs)} look="short" />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
