import { differences, type LedgerFinding, type StockState } from '@selvedge/core'
import type pg from 'pg'
import { forgetCloses } from '../close/forget-closes'
import { inTransaction } from '../in-transaction'
import type { CheckProgress } from '../verify'
import { foldPart } from './fold-part'
import { readStored } from './read-stored'
import { ledgerPartitions } from './stream-ledger'
import { type KeptState, writeLevels, writeSnapshots } from './write-states'

export type RebuiltLevel = { readonly recordId: number; readonly what: readonly string[] }
export type Rebuild =
  | {
      readonly kind: 'rebuilt'
      readonly records: number
      readonly entries: number
      readonly changed: readonly RebuiltLevel[]
      /** Kept states written because they were missing or wrong. */
      readonly snapshots: number
    }
  /** The ledger itself has gaps or figures below zero: no level can be made of it and nothing was changed. */
  | { readonly kind: 'broken'; readonly findings: readonly LedgerFinding[] }

/** Another writer would change what was just folded: they wait for this one, readers do not. */
const SHUT = 'LOCK TABLE stock_level IN EXCLUSIVE MODE'

/**
 * Makes every level, and every kept state, anew from the ledger, in one transaction and under a lock that keeps writers
 * waiting: all of it happens or nothing. Levels that already are the fold of their stream are left alone. Closes of days are
 * thrown away, and made again by `catchUpClosing` or, in time, by the worker.
 */
export const rebuildLevels = async (
  pool: pg.Pool,
  onProgress?: (progress: CheckProgress) => void,
): Promise<Rebuild> => {
  const broken: LedgerFinding[] = []
  const rebuild = async (client: pg.PoolClient): Promise<Rebuild> => {
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '128MB'; SET LOCAL lock_timeout = '60s'`)
    await client.query(SHUT)
    await forgetCloses(client)
    const partitions = await ledgerPartitions(client)
    const changed: RebuiltLevel[] = []
    let [records, entries, snapshots] = [0, 0, 0]
    for (const [index, partition] of partitions.entries()) {
      const stored = await readStored(client, partition)
      const levels: { recordId: number; state: StockState }[] = []
      const kept: KeptState[] = []
      await foldPart(client, partition, {
        onEntry: () => {
          entries += 1
        },
        onKept: (recordId, state, recordedAt) => {
          const known = stored.snapshots.get(recordId)?.get(state.version)
          if (!known || differences(known, state).length > 0) kept.push({ recordId, state, recordedAt })
        },
        onRecord: (audit) => {
          records += 1
          broken.push(...audit.findings())
          const level = stored.levels.get(audit.recordId)
          const what = level ? differences(level, audit.state) : ['there was no level']
          if (what.length === 0) return
          levels.push({ recordId: audit.recordId, state: audit.state })
          changed.push({ recordId: audit.recordId, what })
        },
      })
      if (broken.length === 0) {
        await writeLevels(client, levels)
        await writeSnapshots(client, kept)
        snapshots += kept.length
      }
      onProgress?.({ records, entries, part: index + 1, parts: partitions.length })
    }
    if (broken.length > 0) throw new BrokenLedger('the ledger cannot be folded')
    return { kind: 'rebuilt', records, entries, changed, snapshots }
  }
  try {
    return await inTransaction(pool, rebuild)
  } catch (fault) {
    // Thrown so that what was written before the fault was met is taken back.
    if (fault instanceof BrokenLedger) return { kind: 'broken', findings: broken }
    throw fault
  }
}

class BrokenLedger extends Error {}
