import { judgeByPolicy, type ReturnDesk } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { changeReturn } from './change-return'
import { inspectReturn } from './inspect-return'
import { readOrderForReturn } from './order-for-return'
import { listReturns, readReturn, returnsOfOrder } from './read-returns'
import { requestReturn } from './request-return'
import { readDueRefunds, settleRefund } from './settle-refund'

/** Returns over PostgreSQL (port: core ReturnDesk). */
export const createReturnDesk = ({
  pool,
  engine,
}: {
  pool: pg.Pool
  engine: Pick<PgStockEngine, 'transact'>
}): ReturnDesk => ({
  returnable: async (orderId) => {
    const order = await readOrderForReturn(pool, orderId)
    if (!order) return undefined
    const judged = judgeByPolicy(order.policy, order)
    const hasLeft = ['part_shipped', 'shipped', 'delivered'].includes(order.state)
    return {
      open: hasLeft && judged !== 'too-late',
      autoApproved: judged === 'approved',
      lines: order.lines.map(({ lineNo, sku, quantity, returning }) => ({
        lineNo,
        sku,
        returnable: quantity - returning,
      })),
      returns: await returnsOfOrder(pool, orderId),
    }
  },
  list: (input) => listReturns(pool, input),
  view: (returnId) => readReturn(pool, returnId),
  request: (origin, orderId, request) => requestReturn(pool, origin, orderId, request),
  decide: (origin, { approve, ...request }) =>
    changeReturn(pool, origin, {
      ...request,
      from: ['requested'],
      to: approve ? 'approved' : 'refused',
      entry: approve ? 'return-approved' : 'return-refused',
    }),
  // A parcel that has come has come, approved or not.
  receive: (origin, request) =>
    changeReturn(pool, origin, {
      ...request,
      from: ['requested', 'approved'],
      to: 'received',
      entry: 'return-received',
    }),
  inspect: (origin, request) => inspectReturn(engine, origin, request),
  withdraw: (origin, orderId, request) =>
    changeReturn(pool, origin, {
      ...request,
      orderId,
      from: ['requested', 'approved'],
      to: 'withdrawn',
      entry: 'return-withdrawn',
    }),
  dueRefunds: (limit, orderId) => readDueRefunds(pool, limit, orderId),
  settleRefund: (refundId, answer) => settleRefund(pool, refundId, answer),
})
