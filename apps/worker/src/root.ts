import type { AddressInfo } from 'node:net'
import {
  createPool,
  createRelay,
  createSearchSource,
  createStockDirectory,
  createStockEngine,
  createStockReader,
  relayLag,
} from '@selvedge/db'
import {
  createDurableEventsSink,
  createGenerationCounters,
  createInngestClient,
  createLogger,
  createRedis,
  createSearchClient,
  createSearchIndex,
  createStockSink,
  keepRegistered,
  productIndexUid,
  redisKeys,
  startHeartbeat,
  untilConnected,
} from '@selvedge/infra'
import { serve } from 'inngest/node'
import type { WorkerEnvironment } from './env'
import { createDurableFunctions } from './functions/durable-functions'
import { expireAllDue, expireHolds } from './functions/expire-holds'
import { finishCheckout } from './functions/finish-checkout'
import { buildCheckout } from './graph/checkout'
import { checkWorker } from './http/worker-health'
import { createWorkerServer, INNGEST_PATH } from './http/worker-server'
import { createSearchSink } from './sinks/search-sink'
import { startSweeper } from './sweepers/start-sweeper'
import { sweepCheckouts } from './sweepers/sweep-checkouts'
import { createSayOnce } from './telemetry/say-once'
import { createWorkerMetrics } from './telemetry/worker-metrics'

const SWEEP_CHECKOUTS_MS = 10_000

export type Worker = {
  /** Resolves with the port it answers on. */
  start(): Promise<number>
  /** Ends in order: no new work, what is under way is finished, then the connections. */
  stop(): Promise<void>
}

/** Composition root 2: the one place of the worker that knows every part. */
export const createWorker = (env: WorkerEnvironment): Worker => {
  const logger = createLogger({ name: 'worker', level: env.LOG_LEVEL })
  const onFault = (error: unknown): void => logger.error({ err: error }, 'fault')
  const say = createSayOnce(Date.now)
  const pool = createPool(env.DATABASE_URL, { max: 16, applicationName: 'selvedge-worker' })
  const keys = redisKeys(env.REDIS_PREFIX)
  const redis = createRedis({
    url: env.REDIS_URL,
    name: 'worker',
    onFault: (error) => say.failed('redis') && onFault(error),
  })
  const engine = createStockEngine({ pool })
  const reader = createStockReader({ pool })
  const checkout = buildCheckout({ pool, stock: engine, stockReader: reader, secret: env.BAG_SECRET })
  const metrics = createWorkerMetrics({ lag: () => relayLag(pool), figures: () => reader.figures() })

  const inngest = createInngestClient({
    baseUrl: env.INNGEST_BASE_URL,
    eventKey: env.INNGEST_EVENT_KEY,
    signingKey: env.INNGEST_SIGNING_KEY,
    appId: env.INNGEST_APP_ID,
    logger,
  })
  const functions = createDurableFunctions(
    inngest,
    { expireHolds: expireHolds(engine), finishCheckout: finishCheckout({ resume: checkout.resume }) },
    logger,
  )

  const stockSink = createStockSink({
    redis,
    keys,
    directory: createStockDirectory({ pool }),
    rebuilt: (facts) => logger.info(facts, 'availability projected anew'),
  })
  const searchSink = createSearchSink({
    source: createSearchSource({ pool }),
    index: createSearchIndex(
      createSearchClient({
        url: env.MEILI_URL,
        timeoutMs: 5_000,
        ...(env.MEILI_MASTER_KEY === undefined ? {} : { apiKey: env.MEILI_MASTER_KEY }),
      }),
      productIndexUid(env.SEARCH_INDEX_PREFIX),
      8_000,
    ),
    generations: createGenerationCounters(redis, env.REDIS_PREFIX),
  })
  const durableSink = createDurableEventsSink({
    now: Date.now,
    send: async (events) => {
      await inngest.send([...events])
    },
  })
  const relay = createRelay({
    pool,
    sinks: [metrics.watched(stockSink), searchSink, durableSink],
    observer: {
      delivered: (facts) => {
        metrics.delivered(facts)
        if (say.recovered(facts.sink)) logger.info({ work: facts.sink }, 'relay: works again')
      },
      failed: (work, error) => {
        metrics.failed(work)
        if (say.failed(work)) logger.warn({ err: error, work }, 'relay: will try again')
      },
      unreadable: (sink, seq, error) => {
        metrics.unreadable(sink)
        logger.error({ err: error, sink, seq: String(seq) }, 'an outbox row is no message')
      },
    },
  })

  const server = createWorkerServer({
    inngest: serve({
      client: inngest,
      functions,
      servePath: INNGEST_PATH,
      enableUnauthedSync: false,
      ...(env.WORKER_URL === undefined ? {} : { serveOrigin: env.WORKER_URL }),
    }),
    health: () => checkWorker({ pool, redis, meiliUrl: env.MEILI_URL, inngestUrl: env.INNGEST_BASE_URL }),
    metrics,
    onFault,
  })

  const endings: (() => unknown)[] = []
  return {
    start: async () => {
      await new Promise<void>((resolve, refuse) => {
        server.once('error', refuse)
        server.listen(env.WORKER_PORT, env.WORKER_HOST, resolve)
      })
      const { port } = server.address() as AddressInfo // it listens on TCP
      if (!(await untilConnected(redis, 3_000))) logger.warn('Redis does not answer yet')
      await relay.start()
      const holds = startSweeper({ everyMs: env.HOLD_SWEEP_MS, sweep: () => expireAllDue(engine), onFault })
      const checkouts = startSweeper({
        everyMs: SWEEP_CHECKOUTS_MS,
        sweep: () => sweepCheckouts(checkout, onFault),
        onFault,
      })
      endings.push(
        keepRegistered({
          endpoint: `http://127.0.0.1:${port}${INNGEST_PATH}`,
          signingKey: env.INNGEST_SIGNING_KEY,
          changed: (isRegistered, reason) =>
            isRegistered
              ? logger.info('registered with Inngest')
              : logger.warn({ reason }, 'not registered with Inngest'),
        }),
        startHeartbeat(redis, keys),
        () => holds.stop(),
        () => checkouts.stop(),
      )
      logger.info({ port }, 'worker is up')
      return port
    },
    stop: async () => {
      await Promise.all(endings.map((end) => end()))
      server.close()
      server.closeIdleConnections()
      await relay.stop()
      await engine.close()
      server.closeAllConnections()
      stockSink.close()
      redis.disconnect()
      await pool.end()
      logger.info('worker is down')
    },
  }
}
