import {
  judgeTogether,
  serialiseTogether,
  TOGETHER_MODEL_NAME,
  type TrainOptions,
  trainBoughtTogether,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { activeModel, publishModel } from './model-store'

export type Trained = {
  readonly version: string
  readonly baskets: number
  readonly products: number
  readonly pairs: number
  /** False when the orders say what they said before. */
  readonly isNew: boolean
}

/** The newest fifth of the orders is kept back to judge what the rest teaches; the model itself knows all. */
const KEPT_BACK = 0.2

/** Trains "bought together" on every order that was not cancelled, and publishes the model if it says something new. */
export async function trainTogether(pool: Pool, now: Date, options?: TrainOptions): Promise<Trained> {
  const baskets = await readBaskets(pool)
  const model = trainBoughtTogether(baskets, options)
  const { body, checksum } = serialiseTogether(model)
  const counts = {
    baskets: model.basketCount,
    products: model.items.length,
    pairs: model.neighbours.length,
  }
  const active = await activeModel(pool, TOGETHER_MODEL_NAME)
  if (active?.checksum === checksum) return { ...counts, version: active.version, isNew: false }
  const version = `${now.toISOString()}-${checksum.slice(0, 8)}`
  const cut = Math.floor(baskets.length * (1 - KEPT_BACK))
  const metrics = judgeTogether(trainBoughtTogether(baskets.slice(0, cut), options), baskets.slice(cut))
  await publishModel(pool, TOGETHER_MODEL_NAME, { version, checksum, body: { ...body, metrics } })
  return { ...counts, version, isNew: true }
}

/** Product ids of each order, oldest first. */
async function readBaskets(pool: Pool): Promise<readonly number[][]> {
  const { rows } = await pool.query<{ products: number[] }>(
    `SELECT array_agg(l.product_id ORDER BY l.product_id) AS products FROM orders o JOIN order_line l ON l.order_id = o.id
     WHERE o.state IN ('confirmed', 'part_shipped', 'shipped', 'delivered') GROUP BY o.id ORDER BY o.placed_at, o.id`,
  )
  return rows.map((row) => row.products)
}
