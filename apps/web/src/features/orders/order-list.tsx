import type { OrderSummary } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { formatMoney } from '@/components/format-money'
import { Link } from '@/components/link'
import { Picture } from '@/components/picture'
import { formatDate } from './format-moment'
import { ORDER_STATE_WORDS } from './order-words'

/** A customer's orders, newest first. */
export const OrderList = ({ orders }: { orders: readonly OrderSummary[] }) => (
  <ul className="border-t border-rule">
    {orders.map(({ orderId, number, state, totalMinor, currency, units, firstPictureKey, placedAtMs }) => (
      <li key={orderId} className="border-b border-rule">
        <Link
          href={`/orders/${encodeURIComponent(number)}`}
          className="grid grid-cols-[4rem_1fr_auto] items-center gap-5 py-4 hover:text-thread"
        >
          {firstPictureKey ? <Picture imageKey={firstPictureKey} alt="" sizes="4rem" /> : <span />}
          <span className="flex min-w-0 flex-col gap-1.5">
            <span className="figures text-small font-medium">{formatDate(placedAtMs)}</span>
            <span className="figures text-note text-soft">
              {number}, {units} {units === 1 ? 'piece' : 'pieces'}
            </span>
            <span>
              <Badge tone={ORDER_STATE_WORDS[state].tone}>{ORDER_STATE_WORDS[state].badge}</Badge>
            </span>
          </span>
          <span className="figures text-body">{formatMoney(totalMinor, currency)}</span>
        </Link>
      </li>
    ))}
  </ul>
)
