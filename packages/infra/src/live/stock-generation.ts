import type { StockDirectory } from '@selvedge/core'
import type { Redis } from 'ioredis'

/**
 * Names what a projection was made of: this ledger, in this run of this Redis. A Redis that was flushed has no name,
 * one that crashed (and lost its last second) has an old one: both are projected anew.
 */
export type GenerationName = {
  /** Asks anew only after a reconnect, or every ten seconds. */
  current(): Promise<string>
  close(): void
}

const ASK_AGAIN_MS = 10_000

/** How records are written in it, raised with the script: what was written otherwise is another ledger's. */
const FORM = 2

export const createGenerationName = (redis: Redis, directory: StockDirectory): GenerationName => {
  let known: { name: string; askedAt: number } | undefined
  const forget = (): void => {
    known = undefined
  }
  redis.on('close', forget)
  return {
    current: async () => {
      if (known === undefined || Date.now() - known.askedAt > ASK_AGAIN_MS) {
        const [identity, server] = await Promise.all([directory.identity(), redis.info('server')])
        const runId = /run_id:(\w+)/.exec(server)?.[1] ?? 'unknown'
        known = { name: `${FORM}.${identity}|${runId}`, askedAt: Date.now() }
      }
      return known.name
    },
    close: () => redis.off('close', forget),
  }
}
