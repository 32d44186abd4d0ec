import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_HOLD_POLICY, type StockEngine } from '@selvedge/core'
import { createStockEngine } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { createSearchClient, createSearchIndex, productIndexUid } from '@selvedge/infra'
import { type RunningStack, requiredUrls, startStack, stopProcess } from '@selvedge/stack'
import { parseWorkerEnvironment, type WorkerEnvironment } from '../env'

/** A database, a Redis and a scheduler of a suite's own, which it may stop and flush. */
export type WorkerWorld = {
  readonly stack: RunningStack<'redis' | 'inngest'>
  readonly database: TestDatabase
  readonly engine: StockEngine
  environment(changes?: Readonly<Record<string, string>>): WorkerEnvironment
  /** A bag's hold of one unit; SKUs are the variants 1 to 5, with 50 units at each of two locations. */
  hold(ttlMs: number, variantId?: number, correlationId?: string): Promise<void>
  /** The scheduler ends at once, and is there again. */
  killInngest(): Promise<void>
  reviveInngest(): Promise<void>
  stop(): Promise<void>
}

export const createWorkerWorld = async (): Promise<WorkerWorld> => {
  const dir = await mkdtemp(join(tmpdir(), 'selvedge-worker-'))
  const stack = await startStack({ dir, only: ['redis', 'inngest'], given: {} })
  const database = await createTestDatabase()
  for (const variantId of [1, 2, 3, 4, 5]) await insertStock(database.pool, { variantId, units: [50, 50] })
  const engine = createStockEngine({ pool: database.pool })
  const { MEILI_URL, MEILI_MASTER_KEY } = requiredUrls()
  const prefix = `${randomUUID()}-`
  const index = createSearchIndex(
    createSearchClient({ url: MEILI_URL, apiKey: MEILI_MASTER_KEY }),
    productIndexUid(prefix),
  )
  await index.create()
  let revived: RunningStack<'redis' | 'inngest'> | undefined

  return {
    stack,
    database,
    engine,
    environment: (changes = {}) =>
      parseWorkerEnvironment({
        ...stack.urls,
        MEILI_URL,
        MEILI_MASTER_KEY,
        SEARCH_INDEX_PREFIX: prefix,
        DATABASE_URL: database.url,
        BAG_SECRET: 'a secret of the tests, of thirty-two bytes',
        INTEGRATION_SECRET: 'another secret of the tests, as long as that',
        WEBHOOKS_TO_LOOPBACK: 'true',
        WORKER_PORT: '0',
        LOG_LEVEL: 'silent',
        ...changes,
      }),
    hold: async (ttlMs, variantId = 1, correlationId = 'trail') => {
      const answer = await engine.execute({
        kind: 'hold',
        purpose: 'bag',
        origin: { actor: 'test', correlationId },
        holder: { cartId: randomUUID() },
        policy: { ...DEFAULT_HOLD_POLICY, ttlMs },
        lines: [{ reservationId: randomUUID(), variantId, units: 1 }],
      })
      if (!answer.ok) throw new Error(answer.error.code)
    },
    killInngest: async () => {
      const scheduler = stack.processes.inngest
      if (scheduler) await stopProcess(scheduler, 'SIGKILL')
    },
    reviveInngest: async () => {
      revived = await startStack({ dir, only: ['redis', 'inngest'], given: {} })
    },
    stop: async () => {
      await engine.close()
      await index.drop()
      await database.drop()
      await revived?.stop()
      await stack.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
