import type { ReturnReason, ReturnState } from '@selvedge/core'
import type { PoolClient } from 'pg'
import { fitOf, reasonOf, returnShare } from '../generate/fit-stories'
import { type Random, randomFrom } from '../generate/random'
import { type Cell, copyRows } from './copy-rows'

type Writing = { readonly seed: number; readonly today: Date; readonly correlationId: string }
type Bought = {
  order_id: string
  line_no: number
  variant_id: number
  brand_id: number
  total_minor: number
  quantity: number
  payment_id: string
  payment_key: string
  delivered_at: Date
  last_seq: number
}

const DAY_MS = 86_400_000
const STAFF = 'system:seed'

/** The bank has taken what the past orders paid, so that it can give some of it back. */
export async function writeSandboxBooks(client: PoolClient): Promise<void> {
  await client.query(
    `INSERT INTO sandbox_payment (idempotency_key, ref, state, amount_minor, currency, method_token, visible_at, created_at)
    SELECT idempotency_key, provider_ref, state, amount_minor, currency, method_token, created_at, created_at FROM payment
    WHERE provider = 'sandbox' AND state IN ('captured', 'refunded')`,
  )
}

/**
 * What came back of the past orders, and why: houses that cut small are told so. Like the orders they undo, returns that are
 * closed carry no stock effect; those still open are the desk's work of today.
 */
export async function writeReturns(client: PoolClient, writing: Writing): Promise<void> {
  const { rows } = await client.query<Bought>(
    `SELECT l.order_id, l.line_no, l.variant_id, p.brand_id, l.total_minor, l.quantity, pay.id AS payment_id,
      pay.idempotency_key AS payment_key, e.at AS delivered_at, s.last_seq
    FROM orders o JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
    JOIN payment pay ON pay.order_id = o.id
    JOIN order_event e ON e.order_id = o.id AND e.type = 'delivered'
    JOIN LATERAL (SELECT max(seq)::int AS last_seq FROM order_event x WHERE x.order_id = o.id) s ON true
    WHERE o.state = 'delivered' ORDER BY o.number::int, l.line_no`,
  )
  const random = randomFrom(writing.seed, 'returns')
  const orders = new Set<string>()
  // One return an order: the timeline of each stays short.
  const returned = rows.filter((line) => {
    if (orders.has(line.order_id) || !random.chance(returnShare(fitOf(line.brand_id)))) return false
    orders.add(line.order_id)
    return true
  })
  const all = returned.map((line, index) => returnOf(line, index + 1, { ...writing, random }))
  await copyRows(
    client,
    'return_request',
    'id request_id order_id state version location_id requested_at received_at closed_at'.split(' '),
    all.map((one) => one.request),
  )
  await copyRows(
    client,
    'return_line',
    'return_id line_no order_line_no variant_id quantity reason outcomes refund_units refund_minor'.split(' '),
    all.map((one) => one.line),
  )
  const refunds = all.flatMap(({ refund }) => refund ?? [])
  await copyRows(
    client,
    'refund',
    'id order_id payment_id return_id line_no amount_minor state provider_ref created_at settled_at'.split(' '),
    refunds.map((one) => one.row),
  )
  await copyRows(
    client,
    'sandbox_refund',
    'refund_key idempotency_key ref amount_minor created_at'.split(' '),
    refunds.map((one) => one.booked),
  )
  await copyRows(
    client,
    'order_event',
    'order_id seq type facts actor correlation_id at'.split(' '),
    all.flatMap((one) => one.entries),
  )
}

type Drawn = {
  readonly request: readonly Cell[]
  readonly line: readonly Cell[]
  readonly refund?: { readonly row: readonly Cell[]; readonly booked: readonly Cell[] }
  readonly entries: readonly (readonly Cell[])[]
}

function returnOf(line: Bought, id: number, { today, correlationId, random }: Writing & { random: Random }): Drawn {
  const requestedAt = new Date(line.delivered_at.getTime() + random.int(1, 9) * DAY_MS + random.int(0, DAY_MS))
  const asked = requestedAt < today ? requestedAt : new Date(today.getTime() - random.int(1, 20) * 3_600_000)
  const ageDays = (today.getTime() - asked.getTime()) / DAY_MS
  const state: ReturnState = ageDays > 12 ? 'closed' : random.weighted(['approved', 'received', 'requested'], () => 1)
  const reason = reasonOf(fitOf(line.brand_id), random)
  const receivedAt = new Date(asked.getTime() + 4 * DAY_MS)
  const closedAt = new Date(asked.getTime() + 5 * DAY_MS)
  const isClosed = state === 'closed'
  const hasCome = isClosed || state === 'received'
  const at = (moment: Date): Date => (moment < today ? moment : new Date(today.getTime() - 3_600_000))
  const steps = [
    { type: state === 'requested' ? 'return-requested' : 'return-approved', at: asked },
    ...(hasCome ? [{ type: 'return-received', at: at(receivedAt) }] : []),
    ...(isClosed
      ? [
          { type: 'return-inspected', at: closedAt },
          { type: 'refunded', at: closedAt },
        ]
      : []),
  ]
  const [requestId, refundId] = [random.uuid(), random.uuid()]
  const key = `past-refund-${refundId}`
  return {
    request: [
      id,
      requestId,
      line.order_id,
      state,
      isClosed ? 4 : hasCome ? 2 : 1,
      hasCome ? 1 : undefined,
      asked,
      hasCome ? at(receivedAt) : undefined,
      isClosed ? closedAt : undefined,
    ],
    line: [
      id,
      1,
      line.line_no,
      line.variant_id,
      line.quantity,
      reason,
      isClosed ? [{ outcome: outcomeOf(reason, random), quantity: line.quantity }] : [],
      isClosed ? line.quantity : 0,
      isClosed ? line.total_minor : 0,
    ],
    ...(isClosed && line.total_minor > 0
      ? {
          refund: {
            row: [refundId, line.order_id, line.payment_id, id, 1, line.total_minor, 'done', key, closedAt, closedAt],
            booked: [refundId, line.payment_key, key, line.total_minor, closedAt],
          },
        }
      : {}),
    entries: steps.map((step, nth) => [
      line.order_id,
      line.last_seq + nth + 1,
      step.type,
      { returnId: id, ...(step.type === 'refunded' ? { amountMinor: line.total_minor } : {}) },
      STAFF,
      correlationId,
      step.at,
    ]),
  }
}

function outcomeOf(reason: ReturnReason, random: Random): string {
  if (reason === 'arrived-damaged') return random.chance(0.6) ? 'written-off' : 'quarantined'
  return reason === 'quality' && random.chance(0.4) ? 'quarantined' : 'restocked'
}
