import { type StockState, StreamAudit } from '@selvedge/core'
import type pg from 'pg'
import { type LedgerPart, type StreamedEntry, streamLedger } from './stream-ledger'

export type FoldVisitor = {
  /** Once per stream, when it is folded to its end. */
  readonly onRecord: (audit: StreamAudit) => void
  /** The state after an entry whose number is one of those kept. */
  readonly onKept?: (recordId: number, state: StockState, recordedAt: string) => void
  readonly onEntry?: (entry: StreamedEntry) => void
}

/** Folds every stream of a part with the one fold there is; one stream is in memory at a time. */
export const foldPart = async (client: pg.ClientBase, part: LedgerPart, visitor: FoldVisitor): Promise<void> => {
  let audit: StreamAudit | undefined
  await streamLedger(client, part, (entry) => {
    if (audit?.recordId !== entry.recordId) {
      if (audit) visitor.onRecord(audit)
      audit = new StreamAudit(entry.recordId)
    }
    audit.add(entry.version, entry)
    visitor.onEntry?.(entry)
    if (entry.recordedAt !== undefined) visitor.onKept?.(entry.recordId, audit.state, entry.recordedAt)
  })
  if (audit) visitor.onRecord(audit)
}
