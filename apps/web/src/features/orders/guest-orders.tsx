'use client'

import { Link } from '@/components/link'
import { formatDate } from './format-moment'
import { useRememberedOrders } from './remembered-orders'

/** Orders placed without an account in this browser. */
export const GuestOrders = () => {
  const orders = useRememberedOrders()
  if (orders.length === 0) return null
  return (
    <section aria-labelledby="guest-orders" className="max-w-prose pt-6">
      <h2 id="guest-orders" className="font-display text-title">
        Placed in this browser
      </h2>
      <ul className="mt-4 border-t border-rule">
        {orders.map(({ number, accessToken, placedAtMs }) => (
          <li key={number} className="border-b border-rule">
            <Link
              href={`/orders/${encodeURIComponent(number)}?token=${encodeURIComponent(accessToken)}`}
              className="figures flex min-h-14 items-center justify-between gap-4 text-small hover:text-thread"
            >
              <span className="font-medium">{number}</span>
              <span className="text-soft">{formatDate(placedAtMs)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
