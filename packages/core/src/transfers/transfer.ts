import { z } from 'zod'

/** draft -> in-transit -> received; a draft can be cancelled. What has left cannot be unsent, only received or lost. */
export const TRANSFER_STATES = ['draft', 'in-transit', 'received', 'cancelled'] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

export const LOSS_REASONS = ['lost-on-the-way', 'miscounted-at-departure', 'stolen', 'damaged-beyond-use'] as const
export type LossReason = (typeof LOSS_REASONS)[number]

/** Units of one SKU on a transfer. `outstanding` units have left and are neither received nor written off. */
export type TransferLine = {
  readonly lineNo: number
  readonly variantId: number
  readonly quantity: number
  readonly received: number
  readonly damaged: number
  readonly lost: number
  readonly surplus: number
}

export type Transfer = {
  readonly id: number
  readonly state: TransferState
  /** Raised by every change; whoever decided on an older one is refused. */
  readonly version: number
  readonly fromLocationId: number
  readonly toLocationId: number
  readonly lines: readonly TransferLine[]
}

/** Still on the way: sent, and neither arrived (`received` counts damaged pieces too) nor written off. */
export const outstanding = (line: TransferLine): number =>
  Math.max(0, line.quantity - (line.received - line.surplus) - line.lost)

const idSchema = z.int().min(1).max(2_147_483_647)
const unitsSchema = z.int().min(0).max(100_000)

export const createTransferSchema = z.strictObject({
  /** Made by the client: the same request again is the same transfer. */
  requestId: z.uuid(),
  fromLocationId: idSchema,
  toLocationId: idSchema,
  /** Day it should arrive, ISO; past it the transfer is overdue. */
  expectedOn: z.iso.date(),
  note: z.string().trim().min(1).max(280).exactOptional(),
  lines: z
    .array(z.strictObject({ sku: z.string().trim().min(1).max(64), quantity: z.int().min(1).max(100_000) }))
    .min(1)
    .max(200),
})
export type CreateTransfer = z.infer<typeof createTransferSchema>

export const changeTransferSchema = z.strictObject({ transferId: idSchema, expectedVersion: z.int().min(1) })
export type ChangeTransfer = z.infer<typeof changeTransferSchema>

/**
 * What was unpacked: `good` and `damaged` pieces per line of this delivery. `close`: nothing more will come, what is
 * missing is written off for `lossReason`.
 */
export const receiveTransferSchema = changeTransferSchema.extend({
  lines: z
    .array(z.strictObject({ lineNo: z.int().min(1), good: unitsSchema, damaged: unitsSchema }))
    .min(1)
    .max(200),
  close: z.boolean(),
  lossReason: z.enum(LOSS_REASONS).exactOptional(),
  note: z.string().trim().min(1).max(280).exactOptional(),
})
export type ReceiveTransfer = z.infer<typeof receiveTransferSchema>
