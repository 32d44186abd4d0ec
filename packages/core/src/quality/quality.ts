import { z } from 'zod'
import type { StockRejection } from '../inventory/rejections'
import type { StockState } from '../inventory/state'
import type { Origin } from '../origin'
import type { Result } from '../result'

/** hold: off sale until somebody has looked. release: fit to sell after all. write-off: out of the house for good. */
export const QUALITY_MOVES = ['hold', 'release', 'write-off'] as const
export type QualityMove = (typeof QUALITY_MOVES)[number]

export const QUALITY_REASONS = [
  'suspected-fault',
  'recall',
  'soiled',
  'damaged',
  'checked-good',
  'beyond-repair',
] as const

const idSchema = z.int().min(1).max(2_147_483_647)

export const qualityMoveSchema = z.strictObject({
  recordId: idSchema,
  variantId: idSchema,
  move: z.enum(QUALITY_MOVES),
  quantity: z.int().min(1).max(100_000),
  reason: z.enum(QUALITY_REASONS),
  note: z.string().trim().min(1).max(280).exactOptional(),
  /** The version the person saw: two who release the same piece do not release two. */
  expectedVersion: z.int().min(0).max(2_147_483_647),
})
export type MoveQuality = z.infer<typeof qualityMoveSchema>

/** More than there is to hold back, to release or to write off. */
export type QualityRejection = {
  readonly code: 'QUALITY_EXCEEDS'
  readonly recordId: number
  readonly move: QualityMove
  readonly there: number
}

export const quarantineRowSchema = z.object({
  recordId: z.int(),
  variantId: z.int(),
  version: z.int(),
  sku: z.string(),
  title: z.string(),
  colour: z.string(),
  size: z.string(),
  locationCode: z.string(),
  onHand: z.int(),
  unavailable: z.int(),
  /** The newest entry that put pieces here. */
  since: z.date().exactOptional(),
  reason: z.string().exactOptional(),
  note: z.string().exactOptional(),
})
export type QuarantineRow = z.infer<typeof quarantineRowSchema>

/** How many pieces a move can take at most: free units for a hold, those out of sale for the rest. */
export const qualityLimit = (state: StockState, move: QualityMove): number =>
  move === 'hold' ? Math.max(0, state.onHand - state.unavailable - state.allocated - state.reserved) : state.unavailable

export type QualityDesk = {
  list(input: { afterRecordId?: number; limit: number }): Promise<readonly QuarantineRow[]>
  move(origin: Origin, request: MoveQuality): Promise<Result<StockState, StockRejection | QualityRejection>>
}
