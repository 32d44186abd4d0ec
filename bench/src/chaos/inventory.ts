import { createPool, createStockEngine, createStockReader } from '@selvedge/db'
import type pg from 'pg'
import { quantile } from '../harness/figures'
import { say } from '../harness/report'
import { seededRandom } from './seeded-random'
import { createShoppers } from './shoppers'
import { checkoutsAreSettled, expiredAreReleased, ledgerAgrees, nothingLost } from './truths'
import { openMortalShop, type Victim } from './victims'

export type ChaosOptions = {
  readonly rounds: number
  readonly seed: number
  /** Each of them dies once before any dies again. */
  readonly victims: readonly Victim[]
  /** Told after each round whose truths held. */
  readonly onRound?: (round: number) => void
}

const PRODUCTS = 60
const GUESTS = 8
const UNITS_EACH = 100_000
/** Short holds, so that every round sees some end. */
const TTL_MS = 4_000

const prepare = async (pool: pg.Pool): Promise<string[]> => {
  await pool.query(
    `UPDATE channel SET hold_policy = hold_policy || jsonb_build_object('ttlMs', ${TTL_MS}, 'heatPerMille', 1000, 'holderSharePerMille', 1000)`,
  )
  const engine = createStockEngine({ pool })
  const { rows } = await pool.query<{ record_id: number; variant_id: number; sku: string }>(
    `SELECT DISTINCT ON (v.id) l.record_id, l.variant_id, v.sku FROM stock_level l JOIN location p ON p.id = l.location_id AND p.sells_online
    JOIN variant v ON v.id = l.variant_id ORDER BY v.id, p.priority LIMIT 30`,
  )
  for (const { record_id: recordId, variant_id: variantId } of rows) {
    const origin = { actor: 'system:chaos', correlationId: 'chaos' }
    const answer = await engine.execute({
      kind: 'adjust',
      variantId,
      recordId,
      delta: UNITS_EACH,
      reason: 'receipt',
      origin,
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }
  await engine.close()
  return rows.map((row) => row.sku)
}

/** What readers say is free leaves out every hold that is past its end, whether or not its event is written yet. */
const readersIgnoreDueHolds = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ variant_id: number; free: number }>(
    `SELECT l.variant_id, sum(greatest(0, l.on_hand - l.allocated - l.unavailable - l.safety_stock - coalesce(
        (SELECT sum(r.quantity) FROM reservation r WHERE r.record_id = l.record_id AND r.state = 'held' AND r.expires_at > clock_timestamp()), 0)))::int AS free
    FROM stock_level l JOIN location p ON p.id = l.location_id AND p.sells_online GROUP BY l.variant_id ORDER BY l.variant_id LIMIT 200`,
  )
  const told = await createStockReader({ pool }).availability(rows.map((row) => row.variant_id))
  const available = new Map(told.map((row) => [row.variantId, row.available]))
  // A hold may end between the two reads: then readers say more, never less.
  const wrong = rows.find((row) => (available.get(row.variant_id) ?? 0) < row.free)
  if (wrong)
    throw new Error(`SKU ${wrong.variant_id}: ${wrong.free} are free, readers say ${available.get(wrong.variant_id)}`)
}

/**
 * Kills parts of a shop at random moments under load, `rounds` times, and proves after each that nothing acknowledged
 * is lost, expired holds are sellable at once and released by an event in time, checkouts settle and the ledger agrees.
 */
export const chaosInventory = async ({ rounds, seed, victims, onRound }: ChaosOptions): Promise<void> => {
  const random = seededRandom(seed)
  const shop = await openMortalShop(PRODUCTS)
  // Connections die with the database; the pool replaces them, and an idle one's death is no news here.
  const pool = createPool(shop.databaseUrl, { max: 4, applicationName: 'chaos' })
  pool.on('error', () => undefined)
  const recoveryS: number[] = []
  const releaseS: number[] = []
  try {
    const skus = await prepare(pool)
    const shoppers = createShoppers(shop.address, { guests: GUESTS, skus, random })
    const order: Victim[] = []
    for (let round = 1; round <= rounds; round += 1) {
      if (order.length === 0) order.push(...[...victims].sort(() => random() - 0.5))
      const victim = order.pop()
      if (victim === undefined) throw new Error('nothing may be killed')
      shoppers.start()
      await new Promise((resolve) => setTimeout(resolve, 1_000 + random() * 2_000))
      await shop.kill(victim)
      await new Promise((resolve) => setTimeout(resolve, random() * 500))
      const diedAt = performance.now()
      await shop.revive(victim)
      recoveryS.push((performance.now() - diedAt) / 1_000)
      await shoppers.stop()
      await readersIgnoreDueHolds(pool)
      await nothingLost(pool, shoppers.acknowledged)
      // Everything held in this round is past its end after one life of a hold.
      await new Promise((resolve) => setTimeout(resolve, TTL_MS))
      releaseS.push(await expiredAreReleased(pool))
      await checkoutsAreSettled(pool)
      await nothingLost(pool, shoppers.acknowledged)
      await ledgerAgrees(pool)
      onRound?.(round)
      const { holds, orders } = shoppers.acknowledged
      say(
        `round ${String(round).padStart(3)}  ${victim.padEnd(8)} back in ${recoveryS.at(-1)?.toFixed(1)} s; ${holds.size} holds and ${orders.size} orders acknowledged, none lost; ${shoppers.faults()} calls came to nothing`,
      )
    }
    const metrics = {
      rounds,
      acknowledged_holds: shoppers.acknowledged.holds.size,
      acknowledged_orders: shoppers.acknowledged.orders.size,
      lost: 0,
      recovery_p50_s: round1(quantile(recoveryS, 0.5)),
      recovery_max_s: round1(Math.max(...recoveryS)),
      release_max_s: round1(Math.max(...releaseS)),
    }
    process.stdout.write(`${JSON.stringify({ chaos: 'inventory', seed, metrics })}\n`)
  } finally {
    await pool.end()
    await shop.close()
  }
}

const round1 = (value: number): number => Math.round(value * 10) / 10
