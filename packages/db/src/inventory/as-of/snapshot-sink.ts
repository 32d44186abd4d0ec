import { type Sink, SNAPSHOT_EVERY } from '@selvedge/core'
import type pg from 'pg'
import { type KeptState, writeSnapshots } from '../check/write-states'

/**
 * Keeps the state of every stream whenever it crosses a boundary. Stock messages carry the level after their entry, so
 * the hot path pays nothing and a late or repeated message changes nothing; until then the entries are folded.
 */
export const createSnapshotSink = ({ pool }: { pool: pg.Pool }): Sink => ({
  name: 'snapshots',
  gatherMs: 500,
  handle: async (messages) => {
    const kept = messages.flatMap(({ message }): KeptState[] =>
      message.topic === 'stock' && message.version % SNAPSHOT_EVERY === 0
        ? [
            {
              recordId: message.recordId,
              recordedAt: new Date(message.recordedAtMs),
              state: { ...message.level, version: message.version },
            },
          ]
        : [],
    )
    // Twice the same row in one statement would be refused: a batch may hold a message again after a crash.
    await writeSnapshots(pool, [...new Map(kept.map((one) => [`${one.recordId}/${one.state.version}`, one])).values()])
  },
})
