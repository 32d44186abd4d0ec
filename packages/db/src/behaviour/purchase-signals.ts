import { type PersonKey, type RecordedSignal, userKey } from '@selvedge/core'
import type pg from 'pg'
import { idOfWords } from '../id-of-words'

type Row = {
  order_id: string
  user_id: string | null
  cart_id: string | null
  consents: boolean | null
  placed_at: Date
  line_no: number
  product_id: number
  sku: string
  size: string
  colour: string
  quantity: number
  unit_price_minor: number
}

/**
 * What confirmed orders say of their buyers, one signal a line. Buyers who have not allowed it are left out; a guest's
 * order is the person's whose bag it was, if anybody's.
 */
export const readPurchaseSignals = async (
  deps: { pool: pg.Pool; personOfBag(cartId: string): Promise<PersonKey | undefined> },
  orderIds: readonly string[],
): Promise<readonly RecordedSignal[]> => {
  const { rows } = await deps.pool.query<Row>(
    `SELECT o.id AS order_id, o.user_id, o.cart_id, c.is_personal AS consents, o.placed_at, l.line_no, l.product_id, l.sku,
       l.size, l.colour, l.quantity, l.unit_price_minor
     FROM orders o JOIN order_line l ON l.order_id = o.id LEFT JOIN consent c ON c.person = 'u:' || o.user_id
     WHERE o.id = ANY($1::uuid[]) ORDER BY o.id, l.line_no`,
    [orderIds],
  )
  const people = new Map<string, PersonKey | undefined>()
  for (const { order_id, user_id, cart_id, consents } of rows) {
    if (people.has(order_id)) continue
    const known = user_id === null ? undefined : consents ? userKey(user_id) : undefined
    const guest = user_id === null && cart_id !== null ? await deps.personOfBag(cart_id) : undefined
    people.set(order_id, known ?? guest)
  }
  return rows.flatMap((row) => {
    const person = people.get(row.order_id)
    return person ? [signalOf(row, person)] : []
  })
}

const signalOf = (row: Row, person: PersonKey): RecordedSignal => ({
  eventId: idOfWords('purchase', row.order_id, row.line_no),
  person,
  sequence: row.line_no,
  occurredAtMs: row.placed_at.getTime(),
  receivedAtMs: row.placed_at.getTime(),
  signal: {
    kind: 'purchase',
    productId: row.product_id,
    sku: row.sku,
    size: row.size,
    colour: row.colour,
    quantity: row.quantity,
    unitPriceMinor: row.unit_price_minor,
  },
})
