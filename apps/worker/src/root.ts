import type { AddressInfo } from 'node:net'
import type { LedgerFinding } from '@selvedge/core'
import { createStockEngine, runScheduledCheck } from '@selvedge/db'
import { keepRegistered, startHeartbeat, untilConnected } from '@selvedge/infra'
import { buildBehaviour } from './behaviour/build-behaviour'
import type { WorkerEnvironment } from './env'
import { expireAllDue } from './functions/expire-holds'
import { buildCheckout } from './graph/checkout'
import { connect } from './graph/connections'
import { buildRelay } from './graph/relay'
import { buildScheduler } from './graph/scheduler'
import { checkWorker } from './http/worker-health'
import { createWorkerServer, INNGEST_PATH } from './http/worker-server'
import { startSweeper } from './sweepers/start-sweeper'
import { sweepCheckouts } from './sweepers/sweep-checkouts'

export type Worker = {
  /** Resolves with the port it answers on. */
  start(): Promise<number>
  /** Ends in order: no new work, what is under way is finished, then the connections. */
  stop(): Promise<void>
}

const SWEEP_CHECKOUTS_MS = 10_000
/** SKUs folded from their first entry on in one run of the ledger's check, beside what has changed. */
const LEDGER_SKUS_A_RUN = 200

/** Composition root 2: the one place of the worker that knows every part. */
export const createWorker = (env: WorkerEnvironment): Worker => {
  const connections = connect(env)
  const { logger, onFault, pool, redis, keys, reader, metrics } = connections
  const engine = createStockEngine({ pool })
  const onFinding = (finding: LedgerFinding): void => logger.error({ finding }, 'the books do not agree')
  const checkout = buildCheckout({ pool, stock: engine, stockReader: reader, secret: env.BAG_SECRET })
  const { inngest, endpoint } = buildScheduler(env, logger, { engine, checkout })
  const relay = buildRelay(env, connections, inngest)
  const behaviour = buildBehaviour(env, connections)
  const server = createWorkerServer({
    inngest: endpoint,
    health: () => checkWorker({ pool, redis, meiliUrl: env.MEILI_URL, inngestUrl: env.INNGEST_BASE_URL }),
    metrics,
    onFault: onFault('http'),
  })
  const listen = async (): Promise<number> => {
    await new Promise<void>((resolve, refuse) => {
      server.once('error', refuse)
      server.listen(env.WORKER_PORT, env.WORKER_HOST, resolve)
    })
    return (server.address() as AddressInfo).port // it listens on TCP
  }
  const register = (port: number): (() => void) =>
    keepRegistered({
      endpoint: `http://127.0.0.1:${port}${INNGEST_PATH}`,
      signingKey: env.INNGEST_SIGNING_KEY,
      changed: (isRegistered, reason) =>
        isRegistered ? logger.info('registered with Inngest') : logger.warn({ reason }, 'not registered with Inngest'),
    })

  const endings: (() => unknown)[] = []
  return {
    start: async () => {
      const port = await listen()
      if (!(await untilConnected(redis, 3_000))) logger.warn('Redis does not answer yet')
      await relay.start()
      await behaviour.start()
      const holds = startSweeper({
        everyMs: env.HOLD_SWEEP_MS,
        sweep: () => expireAllDue(engine),
        onFault: onFault('hold-sweeper'),
      })
      const checkouts = startSweeper({
        everyMs: SWEEP_CHECKOUTS_MS,
        sweep: () => sweepCheckouts(checkout, onFault('checkout')),
        onFault: onFault('checkout-sweeper'),
      })
      const books = startSweeper({
        everyMs: env.LEDGER_CHECK_MS,
        sweep: () => runScheduledCheck(pool, { skusARun: LEDGER_SKUS_A_RUN, onFinding }),
        onFault: onFault('ledger-check'),
      })
      endings.push(register(port), startHeartbeat(redis, keys), holds.stop, checkouts.stop, books.stop)
      logger.info({ port }, 'worker is up')
      return port
    },
    stop: async () => {
      await Promise.all(endings.map((end) => end()))
      server.close()
      server.closeIdleConnections()
      await relay.stop()
      await behaviour.stop()
      await engine.close()
      server.closeAllConnections()
      redis.disconnect()
      await pool.end()
      logger.info('worker is down')
    },
  }
}
