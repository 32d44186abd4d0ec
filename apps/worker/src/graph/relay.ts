import {
  createNotificationStore,
  createOrderSecrets,
  createRelay,
  createSearchSource,
  createSnapshotSink,
  createStockDirectory,
  createSupplyDesk,
  createWebhookSink,
  findBackInStock,
  findCheaper,
  noteCameBack,
  type PgStockEngine,
  type Relay,
  readAwaited,
  readOrdersToTell,
  readPurchaseSignals,
  readReturnSignals,
} from '@selvedge/db'
import {
  behaviourKeys,
  createBagPeople,
  createBehaviourSink,
  createDurableEventsSink,
  createGenerationCounters,
  createPageHintsSink,
  createSearchClient,
  createSearchIndex,
  createStockSink,
  type InngestClient,
  productIndexUid,
} from '@selvedge/infra'
import type { TellAlerts } from '../alerts/tell-alerts'
import type { WorkerEnvironment } from '../env'
import { createAlertsSink } from '../sinks/alerts-sink'
import { createBackfillSink } from '../sinks/backfill-sink'
import { createBookedSignalsSink } from '../sinks/booked-signals-sink'
import { createCameBackSink } from '../sinks/came-back-sink'
import { createNoticesSink } from '../sinks/notices-sink'
import { createSearchSink } from '../sinks/search-sink'
import type { Connections } from './connections'

/** The outbox and everything that follows it. */
export const buildRelay = (
  env: WorkerEnvironment,
  { pool, redis, keys, logger, say, metrics }: Connections,
  parts: {
    inngest: InngestClient
    engine: PgStockEngine
    tellAlerts: TellAlerts
    /** Whether the scheduler knows where this worker is. */
    isRegistered(): boolean
  },
): Relay => {
  const { inngest, engine, tellAlerts, isRegistered } = parts
  const stockSink = createStockSink({
    redis,
    keys,
    directory: createStockDirectory({ pool }),
    rebuilt: (facts) => logger.info(facts, 'availability projected anew'),
  })
  const client = createSearchClient({
    url: env.MEILI_URL,
    timeoutMs: 5_000,
    ...(env.MEILI_MASTER_KEY === undefined ? {} : { apiKey: env.MEILI_MASTER_KEY }),
  })
  const searchSink = createSearchSink({
    source: createSearchSource({ pool }),
    index: createSearchIndex(client, productIndexUid(env.SEARCH_INDEX_PREFIX), 8_000),
    generations: createGenerationCounters(redis, env.REDIS_PREFIX),
  })
  const durableSink = createDurableEventsSink({
    now: Date.now,
    send: async (events) => {
      // It would send the runs elsewhere, or nowhere: the other sinks go on, and this one has its own place to go on from.
      if (!isRegistered()) throw new Error('the scheduler does not know where this worker is')
      await inngest.send([...events])
    },
  })
  const behaviour = behaviourKeys(env.REDIS_PREFIX)
  const { of: personOfBag } = createBagPeople({ redis, keys: behaviour })
  const bookedSignals = createBookedSignalsSink({
    readReturns: (returns) => readReturnSignals({ pool }, returns),
    readPurchases: (orderIds) => readPurchaseSignals({ pool, personOfBag }, orderIds),
    behaviour: createBehaviourSink({ redis, keys: behaviour }),
  })
  const store = createNotificationStore({ pool })
  const alerts = createAlertsSink({
    backInStock: (variantIds) => findBackInStock(pool, variantIds),
    cheaper: (productIds) => findCheaper(pool, productIds),
    tellAlerts,
  })
  const secrets = createOrderSecrets({ secret: env.BAG_SECRET })
  const notices = createNoticesSink({
    readOrders: (orderIds) => readOrdersToTell({ pool, secrets }, orderIds),
    store,
  })
  return createRelay({
    pool,
    sinks: [
      metrics.watched(stockSink),
      searchSink,
      durableSink,
      createPageHintsSink({ redis, keys }),
      createSnapshotSink({ pool }),
      createWebhookSink({ pool }),
      bookedSignals,
      alerts,
      notices,
      createCameBackSink({ note: (arrivals) => noteCameBack(pool, arrivals) }),
      createBackfillSink({
        awaited: (variantIds) => readAwaited(pool, variantIds),
        desk: createSupplyDesk({ pool, engine }),
      }),
    ],
    observer: {
      delivered: (facts) => {
        metrics.delivered(facts)
        if (say.recovered(facts.sink)) logger.info({ work: facts.sink }, 'works again')
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
}
