import { createBehaviourLog, createPool, createSignalFactsReader } from '@selvedge/db'
import { behaviourKeys, createBehaviourStream, createProfileStore, createRedis, untilConnected } from '@selvedge/infra'
import { readRebuildEnvironment } from '../rebuild-profiles/env'
import { consumeBehaviour } from './consume-behaviour'

/** The consumer in a process of its own: another hand beside the worker's, for a flood or a measurement. */
async function main(): Promise<void> {
  const env = readRebuildEnvironment()
  const complain = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)
  const pool = createPool(env.DATABASE_URL, { max: 4, applicationName: 'consume-behaviour' })
  const redis = createRedis({ url: env.REDIS_URL, name: 'consume-behaviour', onFault: complain })
  await untilConnected(redis, 5_000)
  const keys = behaviourKeys(env.REDIS_PREFIX)
  const facts = createSignalFactsReader({ pool, nowMs: Date.now })
  const stream = createBehaviourStream({
    url: env.REDIS_URL,
    keys,
    consumer: `alone-${process.pid}`,
    onFault: complain,
  })
  const consumer = consumeBehaviour({
    stream,
    profiles: createProfileStore({ redis, keys, facts, nowMs: Date.now }),
    log: createBehaviourLog({ pool }),
    isReachable: async () => {
      const answers = await Promise.allSettled([pool.query('SELECT 1'), redis.ping()])
      return answers.every(({ status }) => status === 'fulfilled')
    },
    took: () => undefined,
    onFault: complain,
    nowMs: Date.now,
  })
  const stop = async (): Promise<void> => {
    await consumer.stop()
    stream.close()
    redis.disconnect()
    await pool.end()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

main().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`)
  process.exitCode = 1
})
