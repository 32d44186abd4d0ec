import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldUnits } from '@selvedge/core'
import { createStockEngine } from '../../inventory/stock-engine'
import { verifyLedger } from '../../inventory/verify'
import { createTestDatabase } from '../../testing/index'
import { insertStock } from '../../testing/insert-stock'
import { createPromiseMaker } from '../promise-maker'
import { createSupplyDesk } from '../supply-desk'
import { createSupplyReader } from '../supply-reader'

export const origin = { actor: 'staff:test', correlationId: 'supply-test' }
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export type SupplyRoom = Awaited<ReturnType<typeof openSupplyRoom>>

/** A shop with one supplier, for one piece at a time that nobody has any of; buyers buy it ahead as checkout does. */
export const openSupplyRoom = async () => {
  const database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 90_000, units: [1, 1] })
  const engine = createStockEngine({ pool: database.pool })
  const desk = createSupplyDesk({ pool: database.pool, engine })
  const maker = createPromiseMaker({ engine })
  const mill = { code: 'MILL', name: 'The mill', email: 'mill@example.org', country: 'PT', leadDays: 30 }
  const supplier = await desk.addSupplier(mill)
  if (!supplier.ok) throw new Error(supplier.error.code)
  const { supplierId } = supplier.value
  let variantId = 0

  const sku = () => `SKU-${variantId}`
  const reader = () => createSupplyReader(database)

  const announce = async (units: number, expectedOn: string, presale = true, locationId = 1): Promise<string> => {
    const lines = [{ sku: sku(), units, presale }]
    const answer = await desk.announce(
      { announcementId: randomUUID(), supplierId, locationId, expectedOn, lines },
      origin,
    )
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value.number
  }

  const shipment = async (number: string) => {
    const view = await reader().shipment(number)
    const line = view?.lines[0]
    if (!view || !line) throw new Error('no such shipment')
    return { ...view, line }
  }

  const receive = async (
    number: string,
    received: number,
    extra: { damaged?: number; closes?: boolean; id?: string } = {},
  ) => {
    const { line } = await shipment(number)
    const { damaged = 0, closes = false, id = randomUUID() } = extra
    const lines = [{ lineId: line.lineId, received, damaged, closes }]
    return await desk.receive({ receiptId: id, number, lines }, origin)
  }

  const holdOf = (units: number, cartId: string, holdId: string, allowFuture = true): HoldUnits => ({
    kind: 'hold',
    purpose: 'checkout',
    origin,
    holder: { cartId },
    policy: { ...DEFAULT_HOLD_POLICY, maxUnitsPerSku: 100 },
    lines: [{ reservationId: holdId, variantId, units, allowFuture }],
  })

  /** Buys ahead: hold, order rows, commit, promise, as checkout does. Answers nothing when there is none to be had. */
  const preorder = async (units = 1) => {
    const [orderId, cartId, holdId] = [randomUUID(), randomUUID(), randomUUID()]
    const held = await engine.execute(holdOf(units, cartId, holdId))
    if (!held.ok) return undefined
    await database.pool.query(
      `WITH o AS (INSERT INTO orders (id, number, cart_id, email, state, currency, prices_include_tax, subtotal_minor, discount_minor, shipping_minor,
          shipping_tax_rate_bp, shipping_tax_minor, tax_minor, total_minor, shipping_method, address, request_hash, correlation_id)
        VALUES ($1, nextval('order_number')::text, $2, 'a@b.example', 'confirmed', 'EUR', true, 0, 0, 0, 0, 0, 0, 0, 'standard', '{}', '', 'test') RETURNING id)
      INSERT INTO order_line (order_id, line_no, variant_id, product_id, sku, title, brand, colour, size, picture_key, quantity, unit_price_minor,
        tax_rate_bp, tax_minor, total_minor, hold_id) SELECT id, 1, $3, $3, $4, 't', 'b', 'c', 's', 'k', $5, 0, 0, 0, 0, $6 FROM o`,
      [orderId, cartId, variantId, sku(), units, holdId],
    )
    const holds = [{ reservationId: holdId, variantId }]
    const committed = await engine.execute({ kind: 'commit', origin, cartId, holds })
    if (!committed.ok) throw new Error(committed.error.code)
    await maker.make({ orderId, cartId, lines: [{ lineNo: 1, variantId, holdId }], origin })
    return orderId
  }

  /** A promise with the day on its order line. */
  const promiseOf = async (orderId: string | undefined) => {
    const { rows } = await database.pool.query<{
      state: string
      kept: number
      ship_by: string | null
      choice: string
      line: string | null
    }>(
      `SELECT p.state, p.kept, to_char(p.ship_by, 'YYYY-MM-DD') AS ship_by, p.choice, to_char(l.ship_by, 'YYYY-MM-DD') AS line
      FROM supply_promise p JOIN order_line l ON l.order_id = p.order_id AND l.line_no = p.line_no WHERE p.order_id = $1`,
      [orderId],
    )
    return rows[0]
  }

  /** What buyers of the piece are to hear, in order. */
  const told = async (): Promise<string[]> => {
    const { rows } = await database.pool.query<{ tell: string }>(
      `SELECT payload->>'tell' AS tell FROM outbox WHERE topic = 'supply' AND (payload->>'variantId')::int = $1 AND payload->>'tell' IS NOT NULL ORDER BY position`,
      [variantId],
    )
    return rows.map((row) => row.tell)
  }

  const level = async () => {
    const { rows } = await database.pool.query('SELECT * FROM stock_level WHERE variant_id = $1', [variantId])
    return rows[0]
  }

  return {
    database,
    engine,
    desk,
    supplierId,
    get variantId() {
      return variantId
    },
    sku,
    reader,
    announce,
    shipment,
    receive,
    holdOf,
    preorder,
    promiseOf,
    told,
    level,
    /** What the ledger does not agree with; nothing, always. */
    disagreements: () => verifyLedger(database.pool),
    nextPiece: async (): Promise<void> => {
      variantId += 1
      await insertStock(database.pool, { variantId, units: [0] })
    },
    close: async (): Promise<void> => {
      await engine.close()
      await database.drop()
    },
  }
}
