'use client'

import { type OrderView, SHIPPING_METHODS } from '@selvedge/core'
import { Badge } from '@/components/badge'
import { buttonStyle } from '@/components/button-style'
import { Link } from '@/components/link'
import { LiveDot } from '@/components/live-dot'
import { Timeline } from '@/components/timeline'
import { COUNTRY_LABELS } from '../checkout/countries'
import { SummaryLines, SummarySums } from '../checkout/order-summary'
import { OrderNotices } from '../notices/order-notices'
import { OrderReturns } from '../returns/order-returns'
import { formatDate } from './format-moment'
import { OrderChoice } from './order-choice'
import { OrderParcels } from './order-parcels'
import { orderSteps } from './order-steps'
import { ORDER_STATE_WORDS, PAID_LATER_LEAD, wasCancelledByHand } from './order-words'
import { useRememberedLink } from './remembered-orders'
import { useWatchedOrder } from './use-watched-order'

/** An order with its way so far, kept live. */
export const OrderDetail = ({ initial, accessToken }: { initial: OrderView; accessToken?: string | undefined }) => {
  const { order, setOrder, isLive, isResting } = useWatchedOrder(initial, accessToken)
  useRememberedLink(order, accessToken)
  const words = ORDER_STATE_WORDS[order.state]
  const isPaidLater =
    order.state === 'confirmed' &&
    order.lines.some(({ promise }) => promise !== undefined) &&
    !order.timeline.some(({ type }) => type === 'payment-captured')
  const canRetry =
    order.state === 'payment_failed' || (order.state === 'cancelled' && !wasCancelledByHand(order.stateReason))
  return (
    <>
      <header className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-4">
          <p className="figures text-small text-soft">
            Order {order.number}, {formatDate(order.placedAtMs)}
          </p>
          <Badge tone={words.tone}>{words.badge}</Badge>
        </div>
        <h1 className="font-display text-display tracking-tight text-balance">{words.title}</h1>
        <p className="max-w-prose text-lead text-soft">{isPaidLater ? PAID_LATER_LEAD : words.lead}</p>
        <OrderChoice order={order} accessToken={accessToken} onAnswered={setOrder} />
        {canRetry ? (
          <div className="pt-1">
            <Link href="/bag" className={buttonStyle()}>
              To your bag
            </Link>
          </div>
        ) : null}
      </header>
      <div className="mt-12 gap-16 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] xl:gap-28">
        <div>
          <section aria-label="Progress">
            <div className="mb-6 flex items-center justify-between border-b border-rule pb-2">
              <h2 className="font-display text-title">Where it is</h2>
              {isResting ? null : <LiveDot live={isLive} />}
            </div>
            <Timeline steps={orderSteps(order)} />
          </section>
          <OrderParcels order={order} />
          <OrderNotices number={order.number} accessToken={accessToken} />
          <OrderReturns number={order.number} accessToken={accessToken} />
        </div>
        <section aria-label="What was ordered" className="pt-12 lg:pt-0">
          <h2 className="mb-6 border-b border-rule pb-2 font-display text-title">What it is</h2>
          <SummaryLines
            lines={order.lines.map((line) => ({
              ...line,
              shipsOn: line.promise?.state === 'open' ? (line.shipBy ?? line.promise.firstShipBy) : undefined,
              isUndated:
                line.promise?.state === 'open' && (line.shipBy === undefined || line.promise.isOverdue === true),
            }))}
            currency={order.currency}
          />
          <div className="mt-6 border-t border-rule pt-4">
            <SummarySums sums={order} />
          </div>
          <h2 className="mt-10 mb-4 border-b border-rule pb-2 font-display text-title">Where it goes</h2>
          <address className="text-small not-italic">
            {order.address.name}
            <br />
            {order.address.line1}
            {order.address.line2 ? (
              <>
                <br />
                {order.address.line2}
              </>
            ) : null}
            <br />
            {order.address.postcode} {order.address.city}
            <br />
            {COUNTRY_LABELS[order.address.country]}
          </address>
          <p className="mt-3 text-small text-soft">{SHIPPING_METHODS[order.shippingMethod].label}</p>
          <p className="text-small text-soft">{order.email}</p>
        </section>
      </div>
    </>
  )
}
