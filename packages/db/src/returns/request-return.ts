import {
  accept,
  checkReturnable,
  judgeByPolicy,
  type Origin,
  type RequestReturn,
  type Result,
  type ReturnRejection,
  type ReturnView,
  reject,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { appendOrderEvent } from '../orders/append-order-event'
import { lockOrder, type OrderForReturn, readOrderForReturn } from './order-for-return'
import { readReturn } from './read-returns'
import { sendReturnMessages } from './return-messages'

type Requested = Result<ReturnView, ReturnRejection>

/** What has left the house can come back. */
const RETURNABLE_STATES: ReadonlySet<string> = new Set(['part_shipped', 'shipped', 'delivered'])

/** Writes a return under the order's lock: of n requests for one unit at once, one is taken. */
export const requestReturn = (
  pool: pg.Pool,
  origin: Origin,
  orderId: string,
  request: RequestReturn,
): Promise<Requested> =>
  inTransaction(pool, async (client): Promise<Requested> => {
    if (!(await lockOrder(client, orderId))) throw new Error(`order ${orderId} vanished`)
    const earlier = await recognise(client, orderId, request)
    if (earlier) return earlier
    const order = await readOrderForReturn(client, orderId)
    if (!order) throw new Error(`order ${orderId} vanished`)
    const { number, state, policy } = order
    if (!RETURNABLE_STATES.has(state)) return reject({ code: 'ORDER_NOT_RETURNABLE', number, state })
    const judged = judgeByPolicy(policy, order)
    if (judged === 'too-late') return reject({ code: 'RETURN_TOO_LATE', number, days: policy.refuseAfterDays })
    const possible = checkReturnable(order.lines, request)
    if (!possible.ok) return possible

    const returnId = await insertReturn(client, order, request, judged)
    const units = request.lines.reduce((sum, line) => sum + line.quantity, 0)
    await appendOrderEvent(client, origin, {
      orderId,
      type: judged === 'approved' ? 'return-approved' : 'return-requested',
      facts: { returnId, units },
      message: 'ReturnChanged',
    })
    await sendReturnMessages(client, origin, { returnId, type: 'ReturnRequested' })
    return accept(await shown(client, returnId))
  })

const shown = async (client: pg.PoolClient, returnId: number): Promise<ReturnView> => {
  const view = await readReturn(client, returnId)
  if (!view) throw new Error(`return ${returnId} vanished`)
  return view
}

const recognise = async (
  client: pg.PoolClient,
  orderId: string,
  { requestId }: RequestReturn,
): Promise<Requested | undefined> => {
  const { rows } = await client.query<{ id: number; order_id: string }>(
    'SELECT id, order_id FROM return_request WHERE request_id = $1',
    [requestId],
  )
  if (!rows[0]) return undefined
  if (rows[0].order_id !== orderId) return reject({ code: 'RETURN_ID_REUSED', requestId })
  return accept(await shown(client, rows[0].id))
}

const insertReturn = async (
  client: pg.PoolClient,
  order: OrderForReturn,
  { requestId, lines }: RequestReturn,
  state: 'approved' | 'requested',
): Promise<number> => {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO return_request (request_id, order_id, state, requested_at) VALUES ($1, $2, $3, clock_timestamp()) RETURNING id`,
    [requestId, order.orderId, state],
  )
  const returnId = rows[0]?.id
  if (returnId === undefined) throw new Error('the return was not written')
  const variantOf = new Map(order.lines.map((line) => [line.lineNo, line.variantId]))
  await client.query(
    `INSERT INTO return_line (return_id, line_no, order_line_no, variant_id, quantity, reason, comment)
    SELECT $1, l.ord, l.order_line_no, l.variant_id, l.quantity, l.reason, l.comment
    FROM unnest($2::int[], $3::int[], $4::int[], $5::text[], $6::text[]) WITH ORDINALITY
      AS l(order_line_no, variant_id, quantity, reason, comment, ord)`,
    [
      returnId,
      lines.map((line) => line.lineNo),
      lines.map((line) => variantOf.get(line.lineNo)),
      lines.map((line) => line.quantity),
      lines.map((line) => line.reason),
      lines.map((line) => line.comment ?? null),
    ],
  )
  return returnId
}
