import { compareLevel, differences, EMPTY_STOCK, type LedgerFinding } from '@selvedge/core'
import type pg from 'pg'
import { foldPart } from './fold-part'
import { readStored } from './read-stored'
import type { SkuLaws } from './sku-laws'
import type { Partition } from './stream-ledger'

/** What a part had. */
export type PartAudit = {
  readonly findings: readonly LedgerFinding[]
  readonly records: number
  readonly entries: number
}

/** Folds every stream of a part and holds levels, holds and snapshots against it; what moved is told to the SKUs' laws. */
export const auditPart = async (
  client: pg.ClientBase,
  part: Partition | { readonly recordIds: readonly number[] },
  laws: SkuLaws,
): Promise<PartAudit> => {
  const { levels, held, snapshots } = await readStored(client, part)
  const findings: LedgerFinding[] = []
  const unseen = new Set(levels.keys())
  let entries = 0
  for (const level of levels.values()) laws.level(level.variantId, level.onHand)
  await foldPart(client, part, {
    onEntry: (entry) => {
      entries += 1
      const level = levels.get(entry.recordId)
      if (level) laws.entry(level.variantId, entry)
    },
    onKept: (recordId, state) => {
      const kept = snapshots.get(recordId)?.get(state.version)
      if (!kept) return
      for (const what of differences(kept, state))
        findings.push({ kind: 'snapshot', recordId, what: `at version ${state.version} ${what}` })
    },
    onRecord: (audit) => {
      const { recordId, state } = audit
      unseen.delete(recordId)
      findings.push(
        ...audit.findings(),
        ...compareLevel(recordId, levels.get(recordId), state, held.get(recordId) ?? 0),
      )
    },
  })
  for (const recordId of unseen)
    findings.push(...compareLevel(recordId, levels.get(recordId), EMPTY_STOCK, held.get(recordId) ?? 0))
  return { findings, records: levels.size, entries }
}
