import type { PromiseMaker } from '@selvedge/core'
import type { PgStockEngine } from '../inventory/stock-engine'
import { rebind } from './rebind'

/**
 * A promise for every part of the order's reservations that draws on supply to come. Whether it is a pre- or a backorder
 * is said by what there is for the record: lines open for presale, or replenishment.
 */
const INSERT = {
  name: 'supply-make-promises',
  text: `INSERT INTO supply_promise (order_id, line_no, cart_id, hold_id, record_id, variant_id, quantity, kind, made_at)
  SELECT $1, l.line_no, r.cart_id, r.id, r.record_id, r.variant_id, r.future_units,
    CASE WHEN EXISTS (SELECT 1 FROM inbound_shipment_line sl WHERE sl.record_id = r.record_id AND sl.presale AND NOT sl.closed)
      THEN 'preorder' ELSE 'backorder' END, clock_timestamp()
  FROM unnest($3::int[], $4::uuid[]) AS l(line_no, hold_id)
  JOIN reservation r ON r.cart_id = $2 AND r.id = l.hold_id
  WHERE r.state = 'committed' AND r.future_units > 0 AND r.resolution IS DISTINCT FROM 'allocation-released'
  ORDER BY l.line_no, r.record_id
  ON CONFLICT (order_id, line_no, record_id) DO NOTHING`,
}

/** Makes the promises of a committed order (port: core PromiseMaker). */
export const createPromiseMaker = ({ engine }: { engine: PgStockEngine }): PromiseMaker => ({
  make: async ({ orderId, cartId, lines, origin }) => {
    const answer = await engine.transact({
      plan: async (client) => {
        const variantIds = lines.map((line) => line.variantId)
        // The levels first: the queue's order is the order of these locks.
        const { rows: locked } = await client.query(
          'SELECT 1 FROM stock_level WHERE variant_id = ANY($1::int[]) ORDER BY record_id FOR UPDATE',
          [variantIds],
        )
        if (locked.length === 0) return []
        await client.query({
          ...INSERT,
          values: [orderId, cartId, lines.map((line) => line.lineNo), lines.map((line) => line.holdId)],
        })
        return await rebind(client, { variantIds, causeOf: () => ({ type: 'order', id: orderId }), origin })
      },
      alongside: async (client) => {
        const { rows } = await client.query<{ units: number }>(
          'SELECT coalesce(sum(quantity), 0)::int AS units FROM supply_promise WHERE order_id = $1',
          [orderId],
        )
        return rows[0]?.units ?? 0
      },
    })
    if (!answer.ok) throw new Error(`promises of ${orderId} not made: ${answer.error.code}`)
    return { promisedUnits: answer.value.value }
  },
})
