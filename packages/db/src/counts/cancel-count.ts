import { accept, type CancelCount, type CountRejection, type Result, reject } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { lockCount } from './lock-count'

type Cancelled = Result<{ version: number }, CountRejection>

/** Ends a count without posting anything. */
export const cancelCount = (pool: pg.Pool, { countId, expectedVersion }: CancelCount): Promise<Cancelled> =>
  inTransaction(pool, async (client): Promise<Cancelled> => {
    const count = await lockCount(client, countId, 'UPDATE')
    if (!count) return reject({ code: 'COUNT_NOT_FOUND', countId })
    if (count.state !== 'open') return reject({ code: 'COUNT_STATE', countId, state: count.state })
    if (count.version !== expectedVersion) return reject({ code: 'COUNT_CHANGED', countId, version: count.version })
    await client.query(`UPDATE stock_count SET state = 'cancelled', version = version + 1 WHERE id = $1`, [countId])
    return accept({ version: count.version + 1 })
  })
