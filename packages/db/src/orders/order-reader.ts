import type { OrderReader, StoredOrder } from '@selvedge/core'
import type pg from 'pg'
import { listOrders } from './list-orders'
import { orderSql, toStoredOrder } from './order-view'
import { readForStaff } from './read-for-staff'

const ORDER_BY_ID = { name: 'order-by-id', text: orderSql('o.id = $1') }
const ORDER_BY_NUMBER = { name: 'order-by-number', text: orderSql('o.number = $1') }

/** Reading orders from PostgreSQL (port: core OrderReader). */
export const createOrderReader = ({ pool }: { pool: pg.Pool }): OrderReader => {
  const one = async (query: { name: string; text: string }, key: string): Promise<StoredOrder | undefined> => {
    const { rows } = await pool.query({ ...query, values: [key] })
    return rows.length === 0 ? undefined : toStoredOrder(rows[0])
  }
  return {
    byId: (orderId) => one(ORDER_BY_ID, orderId),
    byNumber: (number) => one(ORDER_BY_NUMBER, number),
    mark: async (orderId) => {
      const { rows } = await pool.query<{ mark: string }>({
        name: 'order-mark',
        text: `SELECT concat((SELECT max(seq) FROM order_event WHERE order_id = $1), '/', (SELECT md5(string_agg(
            concat_ws(',', id, state, kept, ship_by, choice), ';' ORDER BY id)) FROM supply_promise WHERE order_id = $1)) AS mark`,
        values: [orderId],
      })
      return rows[0]?.mark ?? ''
    },
    ofUser: (userId, page) => listOrders(pool, { ...page, userId }),
    list: (page) => listOrders(pool, page),
    forStaff: (number) => readForStaff(pool, number),
  }
}
