import type { Redis } from 'ioredis'
import type { RedisKeys } from './redis-keys'

const BEAT_MS = 1_500
const TTL_MS = 5_000

/** Says that the worker lives, until the answer is called. A beat that fails is missed, no more. */
export const startHeartbeat = (redis: Redis, keys: RedisKeys): (() => void) => {
  const beat = (): void => {
    redis.set(keys.heartbeat, String(Date.now()), 'PX', TTL_MS).catch(() => undefined)
  }
  beat()
  redis.on('ready', beat)
  const timer = setInterval(beat, BEAT_MS)
  return () => {
    clearInterval(timer)
    redis.off('ready', beat)
  }
}

/** Whether a worker has given a sign of life in the last five seconds. Throws when Redis is away. */
export const readWorkerHeartbeat = async (redis: Redis, keys: RedisKeys): Promise<boolean> =>
  (await redis.exists(keys.heartbeat)) === 1
