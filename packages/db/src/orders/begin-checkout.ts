import { randomUUID } from 'node:crypto'
import {
  accept,
  type BagRecord,
  type BeginCheckout,
  type Checkout,
  type CheckoutRejection,
  type OrderDraft,
  type Result,
  reject,
} from '@selvedge/core'
import type pg from 'pg'
import { readBag } from '../bag/read-bag'
import { inTransaction } from '../inventory/in-transaction'

type Begun = Result<Checkout | 'existing', CheckoutRejection>

/** See the port. The bag's row is the lock: two orders of one bag follow each other. */
export const beginCheckout = (
  pool: pg.Pool,
  request: BeginCheckout,
  draft: (bag: BagRecord | undefined) => Result<OrderDraft, CheckoutRejection>,
): Promise<Begun> =>
  inTransaction(pool, async (client): Promise<Begun> => {
    const { order, cartId } = request
    if (cartId !== undefined) await client.query('SELECT 1 FROM cart WHERE id = $1 FOR UPDATE', [cartId])
    const earlier = await recognise(client, request)
    if (earlier) return earlier
    if (cartId === undefined) return reject({ code: 'BAG_EMPTY' })
    const drafted = draft(await readBag(client, cartId))
    if (!drafted.ok) return drafted

    const number = await insertAll(client, { ...request, cartId }, drafted.value)
    // The same order id from another bag at the same moment: whoever came first has it.
    if (number === undefined) return (await recognise(client, request)) ?? reusedId(request)
    const { orderId } = order
    return accept({
      orderId,
      number,
      cartId,
      ...(request.userId === undefined ? {} : { userId: request.userId }),
      correlationId: request.origin.correlationId,
      country: order.address.country,
      step: 'hold',
      state: 'placing',
      lines: drafted.value.lines.map(({ line, holdId }, index) => ({
        lineNo: index + 1,
        variantId: line.variantId,
        sku: line.sku,
        quantity: line.quantity,
        holdId,
        allowFuture: line.allowFuture ?? false,
      })),
      payment: {
        idempotencyKey: keyOf(orderId),
        state: 'pending',
        amountMinor: drafted.value.priced.totalMinor,
        currency: drafted.value.priced.currency,
        method: order.paymentMethod,
        ageMs: 0,
      },
    })
  })

const reusedId = ({ order }: BeginCheckout): Begun => reject({ code: 'ORDER_ID_REUSED', orderId: order.orderId })

const recognise = async (client: pg.PoolClient, request: BeginCheckout): Promise<Begun | undefined> => {
  const { rows } = await client.query<{ request_hash: string }>('SELECT request_hash FROM orders WHERE id = $1', [
    request.order.orderId,
  ])
  if (!rows[0]) return undefined
  return rows[0].request_hash === request.requestHash ? accept('existing') : reusedId(request)
}

/** One payment an order: another card is another order, so the order's id is the key the bank knows it by. */
const keyOf = (orderId: string): string => `order-${orderId}`

/**
 * Order, lines in the money shape, payment, saga, timeline and message in one statement; nothing when the order id is
 * taken. A line of the bag that waits for a checkout hold is pointed at it.
 */
const INSERT_ALL = {
  name: 'order-insert',
  text: `WITH placed AS (
    INSERT INTO orders (id, number, cart_id, user_id, email, state, currency, prices_include_tax, subtotal_minor, discount_minor,
      shipping_minor, shipping_tax_rate_bp, shipping_tax_minor, tax_minor, total_minor, shipping_method, address, request_hash,
      access_hash, correlation_id, placed_at)
    VALUES ($1, nextval('order_number')::text, $2, $3, $4, 'placing', $5, true, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
      clock_timestamp())
    ON CONFLICT (id) DO NOTHING RETURNING id, number
  ), line AS (
    SELECT placed.id AS order_id, l.* FROM placed, jsonb_to_recordset($18::jsonb) AS l(line_no int, variant_id int, product_id int,
      sku text, title text, brand text, colour text, size text, picture_key text, quantity int, unit_price_minor int, tax_rate_bp int,
      tax_minor int, total_minor int, hold_id uuid, allow_future boolean)
  ), pointed AS (
    UPDATE cart_line c SET hold_id = line.hold_id, unheld = NULL FROM line
    WHERE c.cart_id = $2 AND c.variant_id = line.variant_id AND c.hold_id IS DISTINCT FROM line.hold_id
  ), lines AS (
    INSERT INTO order_line (order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity,
      unit_price_minor, tax_rate_bp, tax_minor, total_minor, hold_id, allow_future)
    SELECT order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity, unit_price_minor,
      tax_rate_bp, tax_minor, total_minor, hold_id, allow_future FROM line
  ), paying AS (
    INSERT INTO payment (id, order_id, provider, idempotency_key, state, amount_minor, currency, method_token, created_at, updated_at)
    SELECT $19, id, 'sandbox', $20, 'pending', $12, $5, $21, clock_timestamp(), clock_timestamp() FROM placed
  ), saga AS (
    INSERT INTO checkout_saga (order_id, step, state, lease_owner, lease_until, attempts)
    SELECT id, 'hold', 'running', $22, clock_timestamp() + $23::int * interval '1 millisecond', 1 FROM placed
  ), entry AS (
    INSERT INTO order_event (order_id, seq, type, facts, actor, correlation_id, at)
    SELECT id, 1, 'placed', '{}', $24, $17, clock_timestamp() FROM placed
  ), message AS (
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'order', id::text, jsonb_strip_nulls(jsonb_build_object('topic', 'order', 'type', 'CheckoutStarted', 'orderId', id,
      'number', number, 'seq', 1, 'userId', $3::text)), $17 FROM placed
  )
  SELECT number FROM placed`,
}

const insertAll = async (
  client: pg.PoolClient,
  { order, cartId, userId, requestHash, accessHash, origin, lease }: BeginCheckout,
  { priced, lines }: OrderDraft,
): Promise<string | undefined> => {
  const { rows } = await client.query<{ number: string }>({
    ...INSERT_ALL,
    values: [
      order.orderId,
      cartId,
      userId ?? null,
      order.email,
      priced.currency,
      priced.subtotalMinor,
      priced.discountMinor,
      priced.shippingMinor,
      priced.shippingTaxRateBp,
      priced.shippingTaxMinor,
      priced.taxMinor,
      priced.totalMinor,
      order.shippingMethod,
      order.address,
      requestHash,
      accessHash,
      origin.correlationId,
      JSON.stringify(lines.map((line, index) => toRow(line, index, priced))),
      randomUUID(),
      keyOf(order.orderId),
      order.paymentMethod,
      lease.owner,
      lease.leaseMs,
      origin.actor,
    ],
  })
  return rows[0]?.number
}

const toRow = ({ line, holdId }: OrderDraft['lines'][number], index: number, priced: OrderDraft['priced']) => ({
  line_no: index + 1,
  variant_id: line.variantId,
  product_id: line.productId,
  sku: line.sku,
  title: line.title,
  brand: line.brand,
  colour: line.colour,
  size: line.size,
  picture_key: line.pictureKey,
  quantity: line.quantity,
  unit_price_minor: line.unitPriceMinor,
  tax_rate_bp: priced.taxRateBp,
  tax_minor: priced.lines[index]?.taxMinor,
  total_minor: priced.lines[index]?.totalMinor,
  hold_id: holdId,
  allow_future: line.allowFuture ?? false,
})
