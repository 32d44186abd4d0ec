import { z } from 'zod'
import { LOSS_REASONS, TRANSFER_STATES } from './transfer'

export const transferSummarySchema = z.object({
  transferId: z.int(),
  state: z.enum(TRANSFER_STATES),
  version: z.int(),
  from: z.object({ locationId: z.int(), code: z.string(), name: z.string() }),
  to: z.object({ locationId: z.int(), code: z.string(), name: z.string() }),
  /** ISO day. */
  expectedOn: z.string(),
  /** In transit past the day it should have come. */
  overdue: z.boolean(),
  units: z.int(),
  outstandingUnits: z.int(),
  lostUnits: z.int(),
  createdAt: z.date(),
})
export type TransferSummary = z.infer<typeof transferSummarySchema>

export const transferViewSchema = transferSummarySchema.extend({
  note: z.string().exactOptional(),
  createdBy: z.string(),
  dispatchedAt: z.date().exactOptional(),
  receivedAt: z.date().exactOptional(),
  lossReason: z.enum(LOSS_REASONS).exactOptional(),
  lines: z.array(
    z.object({
      lineNo: z.int(),
      variantId: z.int(),
      sku: z.string(),
      title: z.string(),
      colour: z.string(),
      size: z.string(),
      quantity: z.int(),
      received: z.int(),
      damaged: z.int(),
      lost: z.int(),
      surplus: z.int(),
      outstanding: z.int(),
      /** Free at the sender now, for a draft. */
      free: z.int(),
      fromRecordId: z.int(),
      toRecordId: z.int().exactOptional(),
    }),
  ),
})
export type TransferView = z.infer<typeof transferViewSchema>
