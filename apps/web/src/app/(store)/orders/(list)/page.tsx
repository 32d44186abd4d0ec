import type { Metadata } from 'next'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { Pagination } from '@/components/load-more'
import { GuestOrders } from '@/features/orders/guest-orders'
import { OrderList } from '@/features/orders/order-list'
import { getCaller, getContext } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Orders', robots: { index: false } }

type Props = { searchParams: Promise<{ before?: string | string[] | undefined }> }

const OrdersPage = async ({ searchParams }: Props) => {
  const { viewer } = await getContext()
  if (!viewer)
    return (
      <div className="page-width">
        <EmptyState
          level={1}
          title="Your orders"
          className="pb-6"
          actions={
            <>
              <Link href="/sign-in?to=/orders" className={buttonStyle()}>
                Sign in
              </Link>
              <Link href="/sign-up?to=/orders" className={buttonStyle({ tone: 'quiet' })}>
                Make an account
              </Link>
            </>
          }
        >
          <p>Sign in to see the orders of your account. An order without an account is found by its link.</p>
        </EmptyState>
        <GuestOrders />
      </div>
    )
  const api = await getCaller()
  const before = readCursor((await searchParams).before)
  const { items, next } = await api.shop.orders.mine({ limit: 20, ...(before ? { before } : {}) })
  return (
    <div className="page-width pt-8 md:pt-12">
      <h1 className="font-display text-display tracking-tight">Your orders</h1>
      <div className="mt-8 flex max-w-prose flex-col gap-6">
        {items.length === 0 ? (
          <p className="text-lead text-soft">There are none yet. The first one will stand here.</p>
        ) : (
          <OrderList orders={items} />
        )}
        <Pagination
          previous={before ? '/orders' : undefined}
          next={next ? `/orders?before=${next.placedAtMs}.${next.orderId}` : undefined}
        />
      </div>
    </div>
  )
}

/** The place in the list as the address carries it: `placedAtMs.orderId`. */
const readCursor = (text: string | string[] | undefined) => {
  const [placedAtMs, orderId] = typeof text === 'string' ? text.split('.') : []
  return placedAtMs && /^\d{1,15}$/.test(placedAtMs) && orderId
    ? { placedAtMs: Number(placedAtMs), orderId }
    : undefined
}

export default OrdersPage
