import type { LedgerFinding } from '@selvedge/core'
import type pg from 'pg'
import { auditPart } from './check/audit-part'
import { SkuLaws } from './check/sku-laws'
import { ledgerPartitions } from './check/stream-ledger'
import { checkSomeCloses } from './close/check-close'
import { inTransaction } from './in-transaction'

export type CheckProgress = {
  readonly records: number
  readonly entries: number
  readonly part: number
  readonly parts: number
}

/**
 * Reads the whole ledger, stream by stream, at one moment of the database and folds it: levels, holds and kept states
 * must agree with it, versions must be contiguous, and no unit of a SKU may come from nowhere; closes of places, the last
 * of each and one more, must agree with what kept states and entries say. A partition's levels and one chunk of the
 * ledger are in memory at a time. Writers are not kept waiting.
 */
export const verifyLedger = async (
  pool: pg.Pool,
  onProgress?: (progress: CheckProgress) => void,
): Promise<LedgerFinding[]> => {
  const findings: LedgerFinding[] = []
  const laws = new SkuLaws()
  await inTransaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '128MB'`)
    const partitions = await ledgerPartitions(client)
    let [records, entries] = [0, 0]
    for (const [index, partition] of partitions.entries()) {
      const audit = await auditPart(client, partition, laws)
      findings.push(...audit.findings)
      records += audit.records
      entries += audit.entries
      onProgress?.({ records, entries, part: index + 1, parts: partitions.length })
    }
    findings.push(...(await checkSomeCloses(client)))
  })
  return [...findings, ...laws.findings()]
}
