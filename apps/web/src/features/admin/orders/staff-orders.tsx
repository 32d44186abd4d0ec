'use client'

import { ORDER_STATES, type OrderPage } from '@selvedge/core'
import { useRouter } from 'next/navigation'
import { useRef, useTransition } from 'react'
import { Button } from '@/components/button'
import { Input } from '@/components/input'
import { LiveDot } from '@/components/live-dot'
import { Select } from '@/components/select'
import { ORDER_STATE_WORDS } from '@/features/orders/order-words'
import { PageHead } from '../frame/page-head'
import { usePageClock } from '../frame/use-page-clock'
import { type OrderFilter, orderListAddress, readOrderFilter } from './order-filter'
import { OrderTable } from './order-table'
import { useOrderPages } from './use-order-pages'

type StaffOrdersProps = { filter: OrderFilter; page: OrderPage; renderedAtMs: number }

/** Every order with its state, total and age. */
export const StaffOrders = ({ filter, page, renderedAtMs }: StaffOrdersProps) => {
  const { orders, hasOlder, loadOlder, isLoading, failed, isLive } = useOrderPages(filter, page)
  const nowMs = usePageClock(renderedAtMs)
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [isPending, startTransition] = useTransition()
  const show = () => {
    if (!form.current) return
    const typed = Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)]))
    startTransition(() => router.push(orderListAddress(readOrderFilter(typed))))
  }
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Orders">
        <LiveDot live={isLive} />
      </PageHead>
      <search>
        <form
          ref={form}
          action="/admin/orders"
          onSubmit={(event) => {
            event.preventDefault()
            show()
          }}
          className="flex flex-wrap items-center gap-x-4 gap-y-2"
        >
          <Input
            name="q"
            type="search"
            aria-label="Order number or e-mail"
            placeholder="Order number or e-mail"
            autoComplete="off"
            maxLength={120}
            defaultValue={filter.query}
            className="text-small md:max-w-form"
          />
          <Select
            name="state"
            aria-label="State"
            defaultValue={filter.state ?? ''}
            onChange={show}
            className="w-auto min-w-44 max-sm:flex-1"
            options={[
              { value: '', label: 'Every state' },
              ...ORDER_STATES.map((value) => ({ value, label: ORDER_STATE_WORDS[value].badge })),
            ]}
          />
          <Button type="submit" tone="quiet" loading={isPending}>
            Find
          </Button>
        </form>
      </search>
      {orders.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          No order fits. Another number, another state?
        </p>
      ) : (
        <OrderTable orders={orders} nowMs={nowMs} caption="Orders, newest first" />
      )}
      <div className="figures flex flex-wrap items-center gap-4 text-note text-soft">
        <span role="status">
          {orders.length} {orders.length === 1 ? 'order' : 'orders'}
          {hasOlder ? ' so far' : ''}
        </span>
        {hasOlder ? (
          <Button tone="quiet" size="small" loading={isLoading} onClick={() => void loadOlder()}>
            Load older
          </Button>
        ) : null}
        {failed ? <span role="alert">The older orders did not come. Try again.</span> : null}
      </div>
    </div>
  )
}
