import {
  type AnnotatePromises,
  accept,
  type CancelledBy,
  type CancelRejection,
  type Origin,
  type Result,
  reject,
  type StockCommand,
} from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { lockLevels } from '../supply/lock-levels'
import type { LevelDelta } from '../supply/queue-of-record'
import { rebind } from '../supply/rebind'
import { appendOrderEvent } from './append-order-event'
import { cancelRest } from './cancel-rest'

type Cancelling = { readonly orderId: string; readonly by: CancelledBy; readonly origin: Origin }
type OrderRow = { cart_id: string; state: string; state_reason: string | null }
type Allocated = { hold_id: string; record_id: number; variant_id: number; units: number }
type Promised = { record_id: number; variant_id: number; line_no: number; open: number }

/**
 * The order's row is the lock: of two who cancel, the second finds it done. Then the levels in the one global order, then
 * everything is given back in the same transaction, and whoever waits for these SKUs moves up.
 */
export const cancelOrder = async (
  engine: PgStockEngine,
  { orderId, by, origin }: Cancelling,
): Promise<Result<void, CancelRejection>> => {
  let [isRepeated, isRest] = [false, false]
  const answer = await engine.transact({
    plan: async (client): Promise<Result<readonly StockCommand[], CancelRejection>> => {
      const { rows } = await client.query<OrderRow>(
        'SELECT cart_id, state, state_reason FROM orders WHERE id = $1 FOR UPDATE',
        [orderId],
      )
      const order = rows[0]
      isRepeated = order !== undefined && (await wasCancelled(client, orderId, order))
      if (isRepeated) return accept([])
      const no = { code: 'ORDER_NOT_CANCELLABLE', orderId, state: order?.state ?? 'unknown' } as const
      if (order?.state !== 'confirmed' && order?.state !== 'part_shipped') return reject(no)
      // A box that is closed leaves; one that is being picked goes back on the shelf.
      if (await hasPacked(client, orderId)) return reject({ ...no, state: 'packed' })
      await client.query(`UPDATE parcel SET state = 'put-back' WHERE order_id = $1 AND state = 'picking'`, [orderId])
      isRest = order.state === 'part_shipped'
      return accept(await giveBack(client, { orderId, cartId: order.cart_id, isRest, origin }))
    },
    alongside: async (client) => {
      if (isRepeated) return
      if (isRest) return await cancelRest(client, { orderId, by, origin })
      await client.query(`UPDATE orders SET state = 'cancelled', state_reason = $2 WHERE id = $1`, [orderId, by])
      const facts = { reason: by }
      await appendOrderEvent(client, origin, { orderId, type: 'cancelled', facts, message: 'OrderCancelled' })
    },
  })
  if (answer.ok) return accept(undefined)
  if (answer.error.code === 'ORDER_NOT_CANCELLABLE') return reject(answer.error)
  throw new Error(`order ${orderId} not cancelled: ${answer.error.code}`)
}

const hasPacked = async (client: pg.PoolClient, orderId: string): Promise<boolean> =>
  ((await client.query(`SELECT 1 FROM parcel WHERE order_id = $1 AND state = 'packed' LIMIT 1`, [orderId])).rowCount ??
    0) > 0

/** Cancelled by hand before, the whole of it or what had not left. */
const wasCancelled = async (client: pg.PoolClient, orderId: string, order: OrderRow): Promise<boolean> => {
  if (order.state === 'cancelled') return (order.state_reason ?? '').startsWith('CANCELLED_BY_')
  if (order.state !== 'shipped' && order.state !== 'delivered') return false
  const { rowCount } = await client.query('SELECT 1 FROM order_line WHERE order_id = $1 AND cancelled > 0 LIMIT 1', [
    orderId,
  ])
  return rowCount === 1
}

type Giving = {
  readonly orderId: string
  readonly cartId: string
  /** A part of the order has left; what was kept of its promises stays so. */
  readonly isRest: boolean
  readonly origin: Origin
}

/** The commands that undo an order's claims on stock that has not left. */
const giveBack = async (
  client: pg.PoolClient,
  { orderId, cartId, isRest, origin }: Giving,
): Promise<readonly StockCommand[]> => {
  const { rows: lines } = await client.query<{ variant_id: number }>(
    'SELECT variant_id FROM order_line WHERE order_id = $1',
    [orderId],
  )
  const variantIds = lines.map((line) => line.variant_id)
  await lockLevels(client, variantIds)
  const { rows: allocated } = await client.query<Allocated>(
    `SELECT r.id AS hold_id, r.record_id, r.variant_id, r.quantity - r.shipped AS units FROM order_line l
    JOIN reservation r ON r.cart_id = $2 AND r.id = l.hold_id
    WHERE l.order_id = $1 AND r.state = 'committed' AND r.resolution IS DISTINCT FROM 'allocation-released'
      AND r.quantity > r.shipped`,
    [orderId, cartId],
  )
  const { rows: promised } = await client.query<Promised>(
    `UPDATE supply_promise SET state = 'cancelled', choice = 'none' WHERE order_id = $1
      AND (state = 'open' OR (state = 'kept' AND NOT $2))
    RETURNING record_id, variant_id, line_no, quantity - kept AS open`,
    [orderId, isRest],
  )
  await client.query(
    'DELETE FROM supply_binding b USING supply_promise p WHERE p.order_id = $1 AND b.promise_id = p.id',
    [orderId],
  )
  const deltas = new Map<number, LevelDelta>()
  for (const { record_id: recordId, units } of allocated)
    deltas.set(recordId, { allocated: (deltas.get(recordId)?.allocated ?? 0) - units })
  const bound = await rebind(client, { variantIds, causeOf: () => ({ type: 'order', id: orderId }), origin, deltas })
  const holds = [...new Map(allocated.map((part) => [part.hold_id, part.variant_id]))].map(
    ([reservationId, variantId]) => ({ reservationId, variantId }),
  )
  const notes = promised
    .filter((one) => one.open > 0)
    .map((one): AnnotatePromises['notes'][number] => ({
      recordId: one.record_id,
      variantId: one.variant_id,
      type: 'PromiseCancelled',
      quantity: one.open,
      cause: { type: 'order-line', id: `${orderId}:${one.line_no}` },
    }))
  const cause = { type: 'order', id: orderId } as const
  return [
    ...(holds.length > 0
      ? [{ kind: 'release-allocation', cartId, holds, reason: 'order-cancelled', origin, cause } as const]
      : []),
    ...(notes.length > 0 ? [{ kind: 'annotate', origin, notes } as const] : []),
    ...bound,
  ]
}
