import { createPool, createSignalFactsReader } from '@selvedge/db'
import { migrate } from '@selvedge/db/migrate'
import { seedDatabase } from '@selvedge/db/seed'
import { behaviourKeys, createProfileStore, createRedis, DEFAULT_REDIS_PREFIX, untilConnected } from '@selvedge/infra'
import { inherited } from '../env'
import { type FeedUrls, toStderr } from '../feed/open-engine'
import { runTool } from '../harness/own-shop'
import { step } from '../harness/step'
import { giveHistories, writeVisits } from './shoppers'

/** A catalogue of 2 colours x 3 sizes, visits of the past over it, and every model trained on them. */
export async function furnish(
  urls: FeedUrls & Readonly<Record<string, string>>,
  { products, visits }: { readonly products: number; readonly visits: number },
): Promise<void> {
  await migrate(urls.DATABASE_URL)
  const pool = createPool(urls.DATABASE_URL, { max: 2, applicationName: 'bench', statementTimeoutMs: 300_000 })
  try {
    await step(`${products} products seeded`, () =>
      seedDatabase(pool, { products, seed: 7, grid: { colours: 2, sizes: 3 } }),
    )
    await step(`${visits} past visits written`, () => writeVisits(pool, visits, products))
    await step('models trained', () => runTool('packages/db/src/recs/train-cli.ts', { ...inherited(), ...urls }))
  } finally {
    await pool.end()
  }
}

/** A history of their own for each visitor, as a consumer of signals writes it. */
export async function remember(urls: FeedUrls, visitors: readonly string[]): Promise<void> {
  const pool = createPool(urls.DATABASE_URL, { max: 1, applicationName: 'bench' })
  const redis = createRedis({ url: urls.REDIS_URL, name: 'bench', onFault: toStderr })
  try {
    await untilConnected(redis, 10_000)
    const facts = createSignalFactsReader({ pool, nowMs: Date.now })
    const keys = behaviourKeys(DEFAULT_REDIS_PREFIX)
    const { apply } = createProfileStore({ redis, keys, facts, nowMs: Date.now })
    await step(`histories of ${visitors.length} shoppers`, () => giveHistories(pool, apply, visitors))
  } finally {
    redis.disconnect()
    await pool.end()
  }
}
