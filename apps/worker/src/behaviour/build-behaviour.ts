import { hostname } from 'node:os'
import { createBehaviourLog, createSignalFactsReader, keepBehaviourPartitions } from '@selvedge/db'
import { behaviourKeys, createBehaviourStream, createProfileStore } from '@selvedge/infra'
import type { WorkerEnvironment } from '../env'
import type { Connections } from '../graph/connections'
import { startSweeper } from '../sweepers/start-sweeper'
import { countBehaviour } from './behaviour-metrics'
import { consumeBehaviour } from './consume-behaviour'
import { warmProfiles } from './warm-profiles'

const DAY_MS = 86_400_000
const PARTITIONS_EVERY_MS = 3_600_000
const DAYS_AHEAD = 7
/** Past a year of evidence a signal moves no order of pieces any more. */
const RETENTION_DAYS = 400

export type Behaviour = { start(): Promise<void>; stop(): Promise<void> }

/** Shoppers' signals on their way from the stream to profile and log, and the log's upkeep. */
export const buildBehaviour = (
  env: WorkerEnvironment,
  { pool, redis, metrics, logger, onFault }: Connections,
): Behaviour => {
  const keys = behaviourKeys(env.REDIS_PREFIX)
  const stream = createBehaviourStream({
    url: env.REDIS_URL,
    keys,
    consumer: `${hostname()}-${process.pid}`,
    onFault: onFault('behaviour-stream'),
  })
  const facts = createSignalFactsReader({ pool, nowMs: Date.now })
  const log = createBehaviourLog({ pool })
  const profiles = createProfileStore({ redis, keys, facts, nowMs: Date.now })
  const counted = countBehaviour(metrics, stream)
  const keepPartitions = () => {
    const nowMs = Date.now()
    return keepBehaviourPartitions(pool, {
      fromMs: nowMs,
      toMs: nowMs + DAYS_AHEAD * DAY_MS,
      keepAfterMs: nowMs - RETENTION_DAYS * DAY_MS,
    })
  }
  const isReachable = async (): Promise<boolean> => {
    const answers = await Promise.allSettled([pool.query('SELECT 1'), redis.ping()])
    return answers.every(({ status }) => status === 'fulfilled')
  }
  const endings: (() => Promise<void>)[] = []
  return {
    start: async () => {
      const partitions = startSweeper({
        everyMs: PARTITIONS_EVERY_MS,
        sweep: keepPartitions,
        onFault: onFault('behaviour-partitions'),
      })
      const consumer = consumeBehaviour({
        stream,
        profiles,
        log,
        isReachable,
        took: counted.took,
        onFault: onFault('behaviour'),
        nowMs: Date.now,
      })
      endings.push(partitions.stop, consumer.stop)
      // Beside everything else: until a profile is made its owner is met like a stranger.
      warmProfiles({ log, profiles, facts, redis, keys }).then((made) => {
        if (made !== undefined) logger.info({ profiles: made }, 'profiles made from the log')
      }, onFault('behaviour-profiles'))
    },
    stop: async () => {
      await Promise.all(endings.map((end) => end()))
      stream.close()
    },
  }
}
