import type { Origin } from '../origin'
import type { Result } from '../result'
import type { SyncAnswer, SyncConflictKind } from './answer'
import type { SyncBatch } from './batch'
import type { SyncRejection } from './rejections'

/** HMAC-SHA-256, hex. `matches` takes the same time whatever is wrong. */
export type RequestSigner = {
  sign(secret: string, text: string): string
  matches(secret: string, text: string, signature: string): boolean
}

/** Encrypts what has to be read again (a shared secret cannot be stored as a digest); `open` throws on a foreign key. */
export type SecretBox = { seal(secret: string): string; open(sealed: string): string }

/** A system outside that tells us of stock: a till, a shop's ERP, a supplier's feed. */
export type SyncSource = {
  readonly id: string
  readonly name: string
  readonly keyId: string
  /** Speaks for one location, or for every one when absent. */
  readonly locationId?: number
}
export type SyncSourceWithSecrets = SyncSource & { readonly sealedSecrets: readonly string[] }

export type SyncSourceRow = SyncSource & {
  readonly locationCode?: string
  readonly createdAt: Date
  readonly revokedAt?: Date
  readonly lastSeenAt?: Date
  /** Age of the newest observation of the last batch when it came. */
  readonly lastLagMs?: number
  readonly lastSkewMs?: number
  /** A source that was not heard for longer is stale. */
  readonly expectedEveryMinutes: number
  readonly batches: number
  readonly messages: number
  readonly openConflicts: number
  /** Numbers that were skipped and have not come yet. */
  readonly missingMessages: number
}

export type SyncConflictRow = {
  readonly id: string
  readonly kind: SyncConflictKind
  readonly sourceName: string
  readonly batchId: string
  readonly line?: number
  readonly sku?: string
  readonly location?: string
  readonly recordId?: number
  readonly facts: Readonly<Record<string, string | number>>
  readonly at: Date
  readonly resolvedAt?: Date
}

/** A record's level as an outside system sees it. `seq` orders changes over all records. */
export type OutsideChange = {
  readonly seq: string
  readonly type: string
  readonly sku: string
  readonly location: string
  readonly recordId: number
  readonly version: number
  readonly quantity: number
  readonly onHand: number
  readonly reserved: number
  readonly allocated: number
  readonly unavailable: number
  readonly available: number
  readonly recordedAt: string
}
export type ChangePage = {
  readonly changes: readonly OutsideChange[]
  /** Give it back as `after`. */
  readonly next: string
  readonly more: boolean
}
export type LevelPage = {
  readonly levels: readonly Omit<OutsideChange, 'seq' | 'type' | 'quantity' | 'recordedAt'>[]
  /** Read changes from here on: everything up to it is in the levels. */
  readonly changesAfter: string
  readonly nextAfterRecordId: number | null
}

export type SyncStore = {
  sourceOfKey(keyId: string): Promise<SyncSourceWithSecrets | undefined>
  /** One transaction: the observations, what became of each message, the conflicts, the answer. */
  applyBatch(input: {
    source: SyncSource
    batch: SyncBatch
    contentHash: string
    origin: Origin
  }): Promise<Result<SyncAnswer, SyncRejection>>
  changes(input: { after: bigint; locationId?: number; limit: number }): Promise<Result<ChangePage, SyncRejection>>
  levels(input: { afterRecordId: number; locationId?: number; limit: number }): Promise<LevelPage>
  locationId(code: string): Promise<number | undefined>
  sources(): Promise<readonly SyncSourceRow[]>
  addSource(source: SyncSource & { sealedSecret: string; actor: string; expectedEveryMinutes: number }): Promise<void>
  /** The old secret goes on working for the grace. */
  rotate(id: string, sealedSecret: string, graceMs: number): Promise<boolean>
  revoke(id: string): Promise<boolean>
  conflicts(input: { open: boolean; before?: string; limit: number }): Promise<readonly SyncConflictRow[]>
  resolveConflict(id: string, actor: string): Promise<boolean>
}
