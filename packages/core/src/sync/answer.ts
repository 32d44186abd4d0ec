import { z } from 'zod'

/**
 * What became of one message. `applied`: written. `agreed`: a count that the books already knew. `duplicate`: the same
 * number with the same content came before. `superseded`: a count older than one already applied. `absorbed`: a late
 * change from before a count, written together with what it takes off that count's difference. `refused`: see `code`.
 */
export const SYNC_OUTCOMES = ['applied', 'agreed', 'duplicate', 'superseded', 'absorbed', 'refused'] as const
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number]

export const SYNC_REFUSALS = [
  'UNKNOWN_SKU',
  'UNKNOWN_LOCATION',
  'LOCATION_MISSING',
  'LOCATION_NOT_YOURS',
  'NEVER_STOCKED',
  'SEQ_REUSED',
] as const
export type SyncRefusal = (typeof SYNC_REFUSALS)[number]

export const syncResultSchema = z.object({
  /** Place of the message in its batch, from 1. */
  line: z.int(),
  seq: z.int(),
  sku: z.string(),
  location: z.string().exactOptional(),
  outcome: z.enum(SYNC_OUTCOMES),
  code: z.enum(SYNC_REFUSALS).exactOptional(),
  /** For a count: how many pieces more (or fewer) were counted than the books had at that moment. */
  difference: z.int().exactOptional(),
})
export type SyncResult = z.infer<typeof syncResultSchema>

/** What somebody should look at, beside the refusals. */
export const SYNC_CONFLICTS = [
  'refused',
  'superseded',
  'count-difference',
  'sold-beyond-book',
  'promises-short',
  'clock-skew',
] as const
export type SyncConflictKind = (typeof SYNC_CONFLICTS)[number]

export const syncConflictSchema = z.object({
  kind: z.enum(SYNC_CONFLICTS),
  line: z.int().exactOptional(),
  sku: z.string().exactOptional(),
  location: z.string().exactOptional(),
  recordId: z.int().exactOptional(),
  /** Plain numbers and codes behind the conflict. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SyncConflict = z.infer<typeof syncConflictSchema>

export const syncLevelSchema = z.object({
  sku: z.string(),
  location: z.string(),
  version: z.int(),
  onHand: z.int(),
  available: z.int(),
})

/** The answer to a batch; the same batch sent again is answered word by word the same. */
export const syncAnswerSchema = z.object({
  batchId: z.string(),
  receivedAt: z.iso.datetime(),
  /** The source's clock minus ours, as corrected for; milliseconds. */
  skewMs: z.number(),
  results: z.array(syncResultSchema),
  conflicts: z.array(syncConflictSchema),
  /** The records touched, as they stand after the batch. */
  levels: z.array(syncLevelSchema),
})
export type SyncAnswer = z.infer<typeof syncAnswerSchema>
