import { type PromiseAtRisk, promiseAtRiskSchema, type SupplyReader } from '@selvedge/core'
import type pg from 'pg'
import { readBackorderPromises, readBackorders } from './read-backorders'
import { readHoldPromises, readOutlook } from './read-outlook'
import { readPromisable } from './read-promisable'
import { readPurchaseOrder, readPurchaseOrders, readSuppliers } from './read-purchase-orders'
import { readShipment, readShipments } from './read-shipments'

/** Promises that somebody should look at: without supply, past their day or without one, or later than first told and unanswered. */
const AT_RISK = {
  name: 'supply-at-risk',
  text: `SELECT jsonb_strip_nulls(jsonb_build_object('promiseId', p.id, 'orderNumber', o.number, 'sku', v.sku, 'title', pr.title,
      'location', l.name, 'units', p.quantity - p.kept, 'kind', p.kind, 'firstShipBy', p.first_ship_by, 'shipBy', p.ship_by,
      'unbound', un.units, 'choice', p.choice,
      'why', CASE WHEN un.units > 0 THEN 'unbound' WHEN p.ship_by IS NULL OR p.ship_by < clock_timestamp()::date THEN 'overdue'
        ELSE 'later' END)) AS body
    FROM supply_promise p JOIN orders o ON o.id = p.order_id JOIN variant v ON v.id = p.variant_id JOIN product pr ON pr.id = v.product_id
    JOIN inventory_record r ON r.id = p.record_id JOIN location l ON l.id = r.location_id,
    LATERAL (SELECT coalesce(sum(b.units), 0)::int AS units FROM supply_binding b WHERE b.promise_id = p.id AND b.source = 'none') un
    WHERE p.state = 'open' AND (un.units > 0 OR p.ship_by IS NULL OR p.ship_by < clock_timestamp()::date OR (p.choice = 'asked' AND p.ship_by > p.first_ship_by))
    ORDER BY p.id LIMIT $1`,
}

/** Reading supply to come from PostgreSQL (port: core SupplyReader). */
export const createSupplyReader = ({ pool }: { pool: pg.Pool }): SupplyReader => ({
  outlook: (variantIds) => readOutlook(pool, variantIds),
  promisable: (sku) => readPromisable(pool, sku),
  holdPromises: (cartId, holdIds) => readHoldPromises(pool, cartId, holdIds),
  suppliers: () => readSuppliers(pool),
  orders: () => readPurchaseOrders(pool),
  order: (number) => readPurchaseOrder(pool, number),
  shipments: (input) => readShipments(pool, input),
  shipment: (number) => readShipment(pool, number),
  backorders: (input) => readBackorders(pool, input),
  backorderPromises: (recordId) => readBackorderPromises(pool, recordId),
  promisesAtRisk: async (limit): Promise<readonly PromiseAtRisk[]> => {
    const { rows } = await pool.query<{ body: unknown }>({ ...AT_RISK, values: [limit] })
    return rows.map((row) => promiseAtRiskSchema.parse(row.body))
  },
})
