import type { AddressInfo } from 'node:net'
import { createFileWork, createStockEngine } from '@selvedge/db'
import {
  createStaffTeller,
  type DestinationStream,
  type KeptRegistration,
  keepRegistered,
  startHeartbeat,
  untilConnected,
} from '@selvedge/infra'
import { buildBehaviour } from './behaviour/build-behaviour'
import type { WorkerEnvironment } from './env'
import { buildAlerts } from './graph/alerts'
import { buildCancellation } from './graph/cancellation'
import { buildCheckout } from './graph/checkout'
import { connect } from './graph/connections'
import { buildOutside } from './graph/outside'
import { buildRelay } from './graph/relay'
import { buildReturns } from './graph/returns'
import { buildScheduler } from './graph/scheduler'
import { startSweepers } from './graph/sweepers'
import { checkWorker } from './http/worker-health'
import { createWorkerServer, INNGEST_PATH } from './http/worker-server'

/** Without the scheduler the worker does all its work but on time: it waits for it no longer than this. */
const REGISTERED_WITHIN_MS = 5_000

export type Worker = {
  /** Resolves with the port it answers on. */
  start(): Promise<number>
  /** Ends in order: no new work, what is under way is finished, then the connections. */
  stop(): Promise<void>
}

/** Composition root 2: the one place of the worker that knows every part. It logs to standard output, or to `logTo`. */
export const createWorker = (env: WorkerEnvironment, logTo?: DestinationStream): Worker => {
  const connections = connect(env, logTo)
  const { logger, onFault, pool, redis, keys, reader, metrics } = connections
  const engine = createStockEngine({ pool })
  const tellStaff = createStaffTeller({ redis, keys, onFault: onFault('redis') })
  const moved = () => tellStaff('order')
  const checkout = buildCheckout({ pool, stock: engine, stockReader: reader, secret: env.BAG_SECRET, moved })
  const returns = buildReturns({ pool, engine, secret: env.BAG_SECRET })
  const cancellation = buildCancellation({ pool, engine, secret: env.BAG_SECRET })
  const files = createFileWork({ pool, engine })
  const { inngest, endpoint } = buildScheduler(env, connections, { engine, checkout, files })
  const outside = buildOutside(env, connections, files)
  const tellAlerts = buildAlerts(env, connections)
  let registration: KeptRegistration | undefined
  const isRegistered = (): boolean => registration?.isRegistered() ?? false
  const relay = buildRelay(env, connections, { inngest, engine, tellAlerts, isRegistered })
  const behaviour = buildBehaviour(env, connections)
  const server = createWorkerServer({
    inngest: endpoint,
    health: () =>
      checkWorker({
        pool,
        redis,
        meiliUrl: env.MEILI_URL,
        inngestUrl: env.INNGEST_BASE_URL,
        isRegistered,
      }),
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
  /** Waits for the scheduler's answer, but not for long: what would be sent to it is kept back until it knows us. */
  const register = async (port: number): Promise<void> => {
    registration = keepRegistered({
      endpoint: `http://127.0.0.1:${port}${INNGEST_PATH}`,
      signingKey: env.INNGEST_SIGNING_KEY,
      changed: (isKnown, reason) =>
        isKnown ? logger.info('registered with Inngest') : logger.warn({ reason }, 'not registered with Inngest'),
    })
    endings.push(registration.stop)
    await registration.firstAnswer(REGISTERED_WITHIN_MS)
  }

  const endings: (() => unknown)[] = []
  return {
    start: async () => {
      const port = await listen()
      if (!(await untilConnected(redis, 3_000))) logger.warn('Redis does not answer yet')
      await register(port)
      await relay.start()
      await behaviour.start()
      const sweepers = startSweepers(env, connections, { engine, checkout, returns, cancellation, tellAlerts })
      endings.push(startHeartbeat(redis, keys), ...sweepers.map(({ stop }) => stop))
      endings.push(...outside.start())
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
