import { Redis } from 'ioredis'
import { z } from 'zod'
import { BEHAVIOUR_GROUP, type BehaviourKeys } from './behaviour-keys'

/** An entry of the stream: its id and the text of its signal, whatever that is. */
export type StreamEntry = { readonly id: string; readonly text: string }

const POISON_KEPT = 10_000

const entriesSchema = z.array(z.tuple([z.string(), z.array(z.string()).nullable()]))
const readSchema = z.array(z.tuple([z.string(), entriesSchema])).nullable()
const claimSchema = z.tuple([z.string(), entriesSchema]).rest(z.unknown())

/** The stream as one consumer of the group sees it, over a connection that may wait. */
export type BehaviourStream = {
  /** Makes stream and group where they are not; harmless otherwise. */
  begin(): Promise<void>
  /** New entries, waiting for some at most `waitMs`. */
  next(count: number, waitMs: number): Promise<readonly StreamEntry[]>
  /** What was handed to this very consumer and never acknowledged. */
  own(count: number): Promise<readonly StreamEntry[]>
  /** Takes over what other consumers have left lying for `idleMs`. */
  claim(count: number, idleMs: number): Promise<readonly StreamEntry[]>
  /** Done with these: acknowledged and gone from the stream. */
  finish(ids: readonly string[]): Promise<void>
  setAside(entry: StreamEntry, reason: string): Promise<void>
  lag(): Promise<{ readonly waiting: number; readonly poison: number }>
  close(): void
}

export const createBehaviourStream = (deps: {
  url: string
  keys: BehaviourKeys
  consumer: string
  onFault(error: unknown): void
}): BehaviourStream => {
  const { url, keys, consumer, onFault } = deps
  const redis = new Redis(url, {
    connectionName: 'selvedge-behaviour',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    // Above every wait of ours, so that a connection that is half open is noticed.
    commandTimeout: 5_000,
    retryStrategy: (attempt) => Math.min(1_000, 50 * attempt),
  })
  redis.on('error', onFault)

  return {
    begin: async () => {
      try {
        await redis.xgroup('CREATE', keys.stream, BEHAVIOUR_GROUP, '0', 'MKSTREAM')
      } catch (error) {
        if (!(error instanceof Error) || !error.message.startsWith('BUSYGROUP')) throw error
      }
    },
    next: async (count, waitMs) =>
      read(
        await redis.xreadgroup(
          'GROUP',
          BEHAVIOUR_GROUP,
          consumer,
          'COUNT',
          count,
          'BLOCK',
          waitMs,
          'STREAMS',
          keys.stream,
          '>',
        ),
      ),
    own: async (count) =>
      read(await redis.xreadgroup('GROUP', BEHAVIOUR_GROUP, consumer, 'COUNT', count, 'STREAMS', keys.stream, '0')),
    claim: async (count, idleMs) => {
      const answer = await redis.xautoclaim(keys.stream, BEHAVIOUR_GROUP, consumer, idleMs, '0-0', 'COUNT', count)
      return entriesOf(claimSchema.parse(answer)[1])
    },
    finish: async (ids) => {
      if (ids.length === 0) return
      const answers = await redis
        .multi()
        .xack(keys.stream, BEHAVIOUR_GROUP, ...ids)
        .xdel(keys.stream, ...ids)
        .exec()
      for (const [error] of answers ?? []) if (error !== null) throw error
    },
    setAside: async ({ id, text }, reason) => {
      await redis.xadd(keys.poison, 'MAXLEN', '~', POISON_KEPT, '*', 'id', id, 'reason', reason, 's', text)
    },
    lag: async () => ({ waiting: await redis.xlen(keys.stream), poison: await redis.xlen(keys.poison) }),
    close: () => redis.disconnect(),
  }
}

const read = (answer: unknown): readonly StreamEntry[] => {
  const [stream] = readSchema.parse(answer) ?? []
  return entriesOf(stream?.[1] ?? [])
}

// An entry that was deleted while pending has no fields any more; it is finished like one that says nothing.
const entriesOf = (entries: z.infer<typeof entriesSchema>): readonly StreamEntry[] =>
  entries.map(([id, fields]) => ({ id, text: fields?.[fields.indexOf('s') + 1] ?? '' }))
