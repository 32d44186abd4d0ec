import type { PoolClient } from 'pg'
import type { GeneratedCustomer } from '../generate/customers'
import { OPEN_ORDER_STORIES } from '../generate/open-order-stories'
import { TAX_RATE_BP } from '../generate/orders'
import { appendEntries } from './append-entries'
import { copyRows } from './copy-rows'
import { drawOpenOrders, type OpenOrder } from './draw-open-orders'
import { labelOf, openEntries, openTimeline, parcelLines, SENT_AFTER_MS, STAFF } from './open-order-trail'
import { SEED_CHANNEL } from './write-house'
import { CURRENCY } from './write-products'

type Writing = {
  readonly seed: number
  readonly today: Date
  readonly correlationId: string
  readonly customers: readonly GeneratedCustomer[]
}

const HOLD_MS = 600_000
const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
const columns = (names: string): string[] => names.trim().split(/\s+/)

/**
 * Orders that are paid and set aside, some of them sent in part: what the shipping worklist shows when the demo shop opens.
 * They stand in the books as checkout and packing table leave them. Answers how many there are, and their ledger entries.
 */
export async function writeOpenOrders(
  client: PoolClient,
  writing: Writing,
): Promise<{ orders: number; entries: number }> {
  const orders = await drawOpenOrders(client, OPEN_ORDER_STORIES, writing)
  await writeBags(client, orders)
  await writeRows(client, orders, writing.correlationId)
  await writePayments(client, orders)
  await writeParcels(client, orders)
  const entries = await appendEntries(client, orders.flatMap(openEntries), writing.correlationId)
  return { orders: orders.length, entries }
}

/** The bags they were, and the holds that became theirs. */
async function writeBags(client: PoolClient, orders: readonly OpenOrder[]): Promise<void> {
  await copyRows(
    client,
    'cart',
    columns('id channel currency user_id state version created_at updated_at'),
    orders.map((o) => [o.cartId, SEED_CHANNEL, CURRENCY, o.customer.id, 'ordered', 2, o.placedAt, o.placedAt]),
  )
  await copyRows(
    client,
    'reservation',
    columns(
      `cart_id id record_id variant_id quantity requested_units shipped state expires_at shopper_id held_at resolved_at resolution`,
    ),
    orders.flatMap((order) => {
      const sent = order.story.parcel?.state === 'shipped' ? parcelLines(order) : []
      return order.lines.map((line) => [
        order.cartId,
        line.holdId,
        line.record_id,
        line.variant_id,
        line.quantity,
        line.quantity,
        sent.includes(line) ? line.quantity : 0,
        'committed',
        after(order.placedAt, HOLD_MS),
        order.customer.id,
        after(order.placedAt, -60_000),
        after(order.placedAt, 3_000),
        undefined,
      ])
    }),
  )
}

async function writeRows(client: PoolClient, orders: readonly OpenOrder[], correlationId: string): Promise<void> {
  const { rows: numbers } = await client.query<{ number: string }>(
    `SELECT nextval('order_number')::text AS number FROM generate_series(1, $1::int)`,
    [orders.length],
  )
  await copyRows(
    client,
    'orders',
    columns(`id number cart_id user_id email state currency prices_include_tax subtotal_minor discount_minor shipping_minor
      shipping_tax_rate_bp shipping_tax_minor tax_minor total_minor shipping_method address request_hash correlation_id placed_at`),
    orders.map(({ priced, customer, ...o }, nth) => [
      o.orderId,
      numbers[nth]?.number,
      o.cartId,
      customer.id,
      customer.email,
      o.story.parcel?.state === 'shipped' ? 'part_shipped' : 'confirmed',
      CURRENCY,
      true,
      priced.subtotalMinor,
      priced.discountMinor,
      priced.shippingMinor,
      priced.shippingTaxRateBp,
      priced.shippingTaxMinor,
      priced.taxMinor,
      priced.totalMinor,
      o.story.method,
      customer.address,
      `seed:${o.orderId}`,
      correlationId,
      o.placedAt,
    ]),
  )
  await copyRows(
    client,
    'order_line',
    columns(`order_id line_no variant_id product_id sku title brand colour size picture_key quantity unit_price_minor tax_rate_bp
      tax_minor total_minor hold_id`),
    orders.flatMap(({ orderId, lines, priced }) =>
      lines.map((l, nth) => [
        orderId,
        l.lineNo,
        l.variant_id,
        l.product_id,
        l.sku,
        l.title,
        l.brand,
        l.colour,
        l.size,
        l.picture_key,
        l.quantity,
        l.price_minor,
        TAX_RATE_BP,
        priced.lines[nth]?.taxMinor,
        priced.lines[nth]?.totalMinor,
        l.holdId,
      ]),
    ),
  )
  await copyRows(
    client,
    'order_event',
    columns('order_id seq type facts actor correlation_id at'),
    orders.flatMap((order) =>
      openTimeline(order).map((e, nth) => [order.orderId, nth + 1, e.type, e.facts, e.actor, correlationId, e.at]),
    ),
  )
}

/** Their money, at the shop and in the bank's own books. */
async function writePayments(client: PoolClient, orders: readonly OpenOrder[]): Promise<void> {
  const key = ({ orderId }: OpenOrder) => `order-${orderId}`
  const ref = ({ paymentId }: OpenOrder) => `open-${paymentId}`
  await copyRows(
    client,
    'payment',
    columns(
      `id order_id provider idempotency_key state amount_minor currency method_token provider_ref created_at updated_at`,
    ),
    orders.map((o) => [
      o.paymentId,
      o.orderId,
      'sandbox',
      key(o),
      'captured',
      o.priced.totalMinor,
      CURRENCY,
      'card-approve',
      ref(o),
      o.placedAt,
      after(o.placedAt, 4_000),
    ]),
  )
  await copyRows(
    client,
    'sandbox_payment',
    columns('idempotency_key ref state amount_minor currency method_token visible_at created_at'),
    orders.map((o) => [
      key(o),
      ref(o),
      'captured',
      o.priced.totalMinor,
      CURRENCY,
      'card-approve',
      o.placedAt,
      o.placedAt,
    ]),
  )
}

async function writeParcels(client: PoolClient, orders: readonly OpenOrder[]): Promise<void> {
  const begun = orders.flatMap((order) => (order.story.parcel ? [{ order, ...order.story.parcel }] : []))
  await copyRows(
    client,
    'parcel',
    columns('id order_id location_id state carrier tracking_number actor started_at packed_at shipped_at'),
    begun.map(({ order, from, state }) => {
      const sentAt = after(order.placedAt, SENT_AFTER_MS)
      const label = state === 'shipped' ? labelOf(order) : undefined
      return [
        order.parcelId,
        order.orderId,
        from.id,
        state,
        label?.carrier,
        label?.trackingNumber,
        STAFF,
        after(sentAt, -1_200_000),
        state === 'picking' ? undefined : after(sentAt, -600_000),
        label ? sentAt : undefined,
      ]
    }),
  )
  await copyRows(
    client,
    'parcel_line',
    columns('parcel_id line_no record_id quantity packed'),
    begun.flatMap(({ order, state }) =>
      parcelLines(order).map((line) => [
        order.parcelId,
        line.lineNo,
        line.record_id,
        line.quantity,
        state === 'picking' ? undefined : line.quantity,
      ]),
    ),
  )
}
