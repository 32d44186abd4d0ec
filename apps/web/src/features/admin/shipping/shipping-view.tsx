'use client'

import { SHIPPING_TASKS_MAX, type ShippingWorklist } from '@selvedge/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Input } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { trpc } from '@/trpc/client'
import { FailureLine } from '../frame/failure-line'
import { PageHead } from '../frame/page-head'
import { usePageClock } from '../frame/use-page-clock'
import { useStaffTopic } from '../frame/use-staff-topic'
import { PlaceLinks } from './place-links'
import { readShippingFilter, SHIPPING_ROWS, type ShippingFilter, shippingAddress } from './shipping-filter'
import { TaskTable } from './task-table'

type Props = { filter: ShippingFilter; first: ShippingWorklist; renderedAtMs: number }

/** What every place has to send, and by when: the day's work of picking and packing. */
export const ShippingView = ({ filter, first, renderedAtMs }: Props) => {
  const [limit, setLimit] = useState(SHIPPING_ROWS)
  const { data, error, isFetching, refetch } = trpc.admin.parcels.worklist.useQuery(
    { ...filter, limit },
    {
      ...(limit === SHIPPING_ROWS ? { initialData: first } : {}),
      placeholderData: (before) => before,
    },
  )
  // What has come for an order that waited may leave as well.
  const isTold = useStaffTopic(['order', 'supply'], () => void refetch())
  const worklist = data ?? first
  const nowMs = usePageClock(renderedAtMs)
  const { tasks, total } = worklist
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Shipping" note="Paid and set aside, not yet with a carrier; the oldest promise first">
        <LiveDot live={isTold && !error} />
      </PageHead>
      <PlaceLinks places={worklist.places} filter={filter} />
      <Find filter={filter} />
      <FailureLine error={error} />
      {tasks.length === 0 ? <NothingToSend filter={filter} /> : <TaskTable worklist={worklist} nowMs={nowMs} />}
      <div className="figures flex flex-wrap items-center gap-4 text-note text-soft">
        <span role="status">
          {tasks.length < total ? `The first ${tasks.length} of ${total}` : total} {total === 1 ? 'parcel' : 'parcels'}{' '}
          to send
        </span>
        {tasks.length < total && limit < SHIPPING_TASKS_MAX ? (
          <Button
            tone="quiet"
            size="small"
            loading={isFetching && limit > tasks.length}
            onClick={() => setLimit(Math.min(SHIPPING_TASKS_MAX, limit + SHIPPING_ROWS))}
          >
            Show more
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** Search and "late only". The address is the state; without scripts it is a plain form. */
const Find = ({ filter }: { filter: ShippingFilter }) => {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isPending, startTransition] = useTransition()
  const show = () => {
    if (!form.current) return
    const typed = Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)]))
    startTransition(() => router.push(shippingAddress(readShippingFilter(typed)), { scroll: false }))
  }
  return (
    <search>
      <form
        ref={form}
        action="/admin/shipping"
        onSubmit={(event) => {
          event.preventDefault()
          show()
        }}
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        {filter.locationId === undefined ? null : <input type="hidden" name="place" value={filter.locationId} />}
        <Input
          name="q"
          type="search"
          aria-label="Order, SKU or buyer"
          placeholder="Order, SKU or buyer"
          autoComplete="off"
          maxLength={120}
          defaultValue={filter.query}
          className="text-small md:max-w-form"
        />
        <Checkbox name="late" value="1" label="Late only" defaultChecked={filter.onlyLate ?? false} onChange={show} />
        <Button type="submit" tone="quiet" loading={isPending}>
          Find
        </Button>
      </form>
    </search>
  )
}

const NothingToSend = ({ filter }: { filter: ShippingFilter }) => {
  const isNarrowed = filter.query !== undefined || filter.locationId !== undefined || filter.onlyLate !== undefined
  return (
    <div className="flex flex-col items-start gap-2 border border-rule bg-raised p-6 text-small text-soft">
      <p>
        {isNarrowed
          ? 'Nothing that is to be sent fits.'
          : 'Everything has left. An order appears here as soon as it is paid.'}
      </p>
      {isNarrowed ? (
        <Link href="/admin/shipping" className="thread-link text-ink">
          Everything to be sent
        </Link>
      ) : null}
    </div>
  )
}
