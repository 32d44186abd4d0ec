import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
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
  /** How the hold of a request ended, and by whom. */
  endingOf(correlationId: string): Promise<readonly { readonly actor: string }[]>
  /**
   * A scheduler that has just learned of a worker may lose what comes at that moment: it is settled once it has ended three
   * holds in a row in time. Where it loses one in the shop, the sweeper ends it; here nobody else may sweep.
   */
  untilScheduled(): Promise<void>
  /** The scheduler ends at once, and is there again. */
  killInngest(): Promise<void>
  reviveInngest(): Promise<void>
  stop(): Promise<void>
}

/** Holds of three seconds each that a scheduler may need until it has heard of a worker. */
const SETTLED_WITHIN_HOLDS = 30

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

  const hold: WorkerWorld['hold'] = async (ttlMs, variantId = 1, correlationId = 'trail') => {
    const answer = await engine.execute({
      kind: 'hold',
      purpose: 'bag',
      origin: { actor: 'test', correlationId },
      holder: { cartId: randomUUID() },
      policy: { ...DEFAULT_HOLD_POLICY, ttlMs },
      lines: [{ reservationId: randomUUID(), variantId, units: 1 }],
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }
  const endingOf: WorkerWorld['endingOf'] = async (correlationId) => {
    const { rows } = await database.pool.query<{ actor: string }>(
      `SELECT actor FROM inventory_event WHERE type = 'Expired' AND correlation_id = $1`,
      [correlationId],
    )
    return rows
  }

  return {
    stack,
    database,
    engine,
    hold,
    endingOf,
    untilScheduled: async () => {
      let inARow = 0
      for (let tries = 0; inARow < 3; tries++) {
        if (tries === SETTLED_WITHIN_HOLDS) throw new Error('the scheduler does not end holds in time')
        // By its own id: a later hold of the same SKU ends what is due of it, whatever the scheduler does.
        const request = `first-${randomUUID()}`
        await hold(500, 1, request)
        await sleep(3_000)
        inARow = (await endingOf(request)).length === 1 ? inARow + 1 : 0
      }
    },
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
