import { deepStrictEqual } from 'node:assert'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ReservationPart, StockCommand, StockRecord } from '@selvedge/core'
import { arbitraryCommand } from '@selvedge/core/testing'
import fc from 'fast-check'
import type pg from 'pg'
import { decideBatch } from '../decide-batch'
import { inTransaction } from '../in-transaction'
import { type LevelRow, type PartRow, toPart, toRecord } from '../rows'
import { createStockEngine, type PgStockEngine } from '../stock-engine'
import { insertShops, variantOf } from './insert-shops'
import { intoShop } from './into-shop'
import { type ModelShop, openModelShop, runOnModel, sweepModel } from './model-shop'

const TTL_MS = 60
const BATCHES = 3
const COMMANDS = 60
const PAGE = 100
/** The sweeper comes round after one batch in so many; before every second of its rounds holds are given the time to end. */
const SWEEP_EVERY = 16
const SWEPT_SKUS = 1_000

const byKey = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T> =>
  new Map(rows.map((row) => [key(row), row] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
const partKey = (part: ReservationPart): string => `${part.cartId}|${part.reservationId}|${part.recordId}`

const readShop = async (client: pg.PoolClient, shop: number) => {
  const skus = [[variantOf(shop, 1), variantOf(shop, 2)]]
  const levels = await client.query<LevelRow>({
    name: 'model-levels',
    text: 'SELECT * FROM stock_level WHERE variant_id = ANY($1::int[])',
    values: skus,
  })
  const parts = await client.query<PartRow>({
    name: 'model-parts',
    text: 'SELECT r.* FROM reservation r WHERE r.cart_id = ANY($1::uuid[])',
    values: [['c1', 'c2'].map((cart) => `${shop.toString(16).padStart(8, '0')}-0000-4000-8000-0000000000${cart}`)],
  })
  return { records: levels.rows.map(toRecord), parts: parts.rows.map(toPart) }
}

const same = (model: ModelShop, state: Awaited<ReturnType<typeof readShop>>): void => {
  const recordKey = (record: StockRecord): string => String(record.recordId)
  deepStrictEqual(byKey(state.records, recordKey), byKey([...model.records.values()], recordKey))
  deepStrictEqual(byKey(state.parts, partKey), byKey([...model.parts.values()], partKey))
}

/** The sweeper's round, as the worker runs it; its clock is read from what it ended. */
const sweep = async (pool: pg.Pool, engine: PgStockEngine, model: ModelShop, shop: number): Promise<void> => {
  const { rows: clock } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  while ((await engine.expireDue(SWEPT_SKUS)).length > 0);
  const client = await pool.connect()
  try {
    const state = await readShop(client, shop)
    const { rows } = await client.query<{ at: Date | null }>(
      `SELECT max(resolved_at) AS at FROM reservation WHERE state = 'expired' AND variant_id = ANY($1::int[])`,
      [[variantOf(shop, 1), variantOf(shop, 2)]],
    )
    const [begun, ended] = [clock[0]?.now ?? new Date(0), rows[0]?.at ?? new Date(0)]
    sweepModel(model, new Date(Math.max(begun.getTime(), ended.getTime())))
    same(model, state)
  } finally {
    client.release()
  }
}

/** One random story told to the database and to the pure rules: equal answers, and equal state after each batch. */
const tellStory = async (
  { pool, engine }: { pool: pg.Pool; engine: PgStockEngine },
  shop: number,
  batches: readonly (readonly StockCommand[])[],
): Promise<void> => {
  const model = openModelShop(shop)
  for (const [chapter, batch] of batches.entries()) {
    const commands = batch.map((command, index) => intoShop(command, shop, chapter + (index % 2)))
    const { now, results, state } = await inTransaction(pool, async (client) => ({
      ...(await decideBatch(client, commands, [1, 2])),
      state: await readShop(client, shop),
    }))
    const expected = runOnModel(model, commands, now)
    deepStrictEqual(
      results.map((result) => (result.ok ? { ok: true, value: result.value.answer } : result)),
      expected,
    )
    same(model, state)
    const round = shop * batches.length + chapter
    if (round % SWEEP_EVERY !== 0) continue
    if (round % (2 * SWEEP_EVERY) === 0) await sleep(TTL_MS)
    await sweep(pool, engine, model, shop)
  }
}

/** Tells stories of at least `total` commands; a failure prints the smallest one that fails, with its seed. */
export const compareWithModel = async (pool: pg.Pool, total: number, seed?: number): Promise<number> => {
  // Rules are compared here, not the disk; stories are told one after the other, on one connection.
  await pool.query('SET synchronous_commit = off')
  const engine = createStockEngine({ pool })
  let shop = 0
  let told = 0
  const stories = fc.array(fc.array(arbitraryCommand(TTL_MS), { minLength: COMMANDS, maxLength: COMMANDS }), {
    minLength: BATCHES,
    maxLength: BATCHES,
  })
  await fc.assert(
    fc.asyncProperty(stories, async (batches) => {
      if (shop % PAGE === 0) await insertShops(pool, shop + 1, PAGE)
      shop += 1
      await tellStory({ pool, engine }, shop, batches)
      told += batches.reduce((sum, batch) => sum + batch.length, 0)
    }),
    {
      numRuns: Math.ceil(total / (BATCHES * COMMANDS)),
      ...(seed === undefined ? {} : { seed }),
    },
  )
  await engine.close()
  return told
}
