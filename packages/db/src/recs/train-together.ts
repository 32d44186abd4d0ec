import { serialiseTogether, TOGETHER_MODEL_NAME, type TrainOptions, trainBoughtTogether } from '@selvedge/recs'
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

/** Trains "bought together" on every order that was not cancelled, and publishes the model if it says something new. */
export async function trainTogether(pool: Pool, now: Date, options?: TrainOptions): Promise<Trained> {
  const model = trainBoughtTogether(await readBaskets(pool), options)
  const { body, checksum } = serialiseTogether(model)
  const counts = {
    baskets: model.basketCount,
    products: model.items.length,
    pairs: model.neighbours.length,
  }
  const active = await activeModel(pool, TOGETHER_MODEL_NAME)
  if (active?.checksum === checksum) return { ...counts, version: active.version, isNew: false }
  const version = `${now.toISOString()}-${checksum.slice(0, 8)}`
  await publishModel(pool, TOGETHER_MODEL_NAME, { version, checksum, body })
  return { ...counts, version, isNew: true }
}

/** Product ids of each order. */
async function readBaskets(pool: Pool): Promise<readonly number[][]> {
  const { rows } = await pool.query<{ products: number[] }>(
    `SELECT array_agg(l.product_id ORDER BY l.product_id) AS products FROM orders o JOIN order_line l ON l.order_id = o.id
     WHERE o.state IN ('confirmed', 'part_shipped', 'shipped', 'delivered') GROUP BY o.id ORDER BY o.id`,
  )
  return rows.map((row) => row.products)
}
