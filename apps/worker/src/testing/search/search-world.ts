import { randomUUID } from 'node:crypto'
import type { SequencedMessage, StockMessage } from '@selvedge/core'
import { createSearchSource } from '@selvedge/db'
import { seedDatabase } from '@selvedge/db/seed'
import { createTestDatabase, type TestDatabase } from '@selvedge/db/testing'
import {
  createMeiliFinder,
  createSearchClient,
  createSearchIndex,
  productIndexUid,
  rebuildIndex,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'

export type SearchWorld = Awaited<ReturnType<typeof createSearchWorld>>

/** A seeded shop with a database and an index of its own on the running engines. */
export const createSearchWorld = async (products: number) => {
  const { MEILI_URL, MEILI_MASTER_KEY } = requiredUrls()
  const database = await createTestDatabase(8)
  await seedDatabase(database.pool, { products, seed: 11, today: new Date('2026-11-23T00:00:00Z') })
  const client = createSearchClient({ url: MEILI_URL, apiKey: MEILI_MASTER_KEY, timeoutMs: 30_000 })
  const indexUid = productIndexUid(`t${randomUUID().slice(0, 8)}_`)
  const source = createSearchSource({ pool: database.pool })
  await rebuildIndex({ client, source, indexUid })
  const index = createSearchIndex(client, indexUid)
  return {
    database,
    client,
    indexUid,
    source,
    index,
    finder: createMeiliFinder({ client, indexUid }),
    meiliUrl: MEILI_URL,
    meiliKey: MEILI_MASTER_KEY,
    stop: async () => {
      await index.drop()
      await database.drop()
    },
  }
}

let seq = 0n
const sequenced = (message: SequencedMessage['message']): SequencedMessage => ({
  seq: ++seq,
  correlationId: 'trail',
  recordedAt: new Date(0),
  message,
})

/** Sets what is counted of a product's size (in every colour and place) and answers the messages that tell of it. */
export const setUnits = async (
  { pool }: TestDatabase,
  { productId, size, units }: { productId: number; size: string; units: number },
): Promise<readonly SequencedMessage[]> => {
  const { rows } = await pool.query<{
    record_id: number
    variant_id: number
    location_id: number
    version: number
    available: number
  }>(
    `UPDATE stock_level l SET on_hand = $3, reserved = 0, allocated = 0, unavailable = 0, short = 0, oversell_cap = 0, safety_stock = 0,
       version = l.version + 1
     FROM variant v WHERE v.id = l.variant_id AND v.product_id = $1 AND v.size = $2
     RETURNING l.record_id, l.variant_id, l.location_id, l.version,
       old.on_hand - old.allocated - old.reserved - old.unavailable - old.safety_stock AS available`,
    [productId, size, units],
  )
  const level = { onHand: units, reserved: 0, allocated: 0, unavailable: 0, short: 0, safetyStock: 0, oversellCap: 0 }
  return rows.map((row): SequencedMessage => {
    const message: StockMessage = {
      topic: 'stock',
      type: 'Adjusted',
      recordId: row.record_id,
      variantId: row.variant_id,
      locationId: row.location_id,
      version: row.version,
      quantity: units - row.available,
      recordedAtMs: 0,
      level,
    }
    return sequenced(message)
  })
}

/** The message of a changed product, with its version raised. */
export const productChanged = async ({ pool }: TestDatabase, productId: number): Promise<SequencedMessage> => {
  const { rows } = await pool.query<{ version: number }>(
    'UPDATE product SET version = version + 1 WHERE id = $1 RETURNING version',
    [productId],
  )
  return sequenced({ topic: 'catalog', type: 'ProductChanged', productId, version: rows[0]?.version ?? 0 })
}
