import { z } from 'zod'

/** What a till, a shop's stock system or a supplier may tell us of one SKU at one location. Units are pieces. */
export const SYNC_KINDS = ['sale', 'return', 'receipt', 'damage', 'found', 'lost', 'count'] as const
export type SyncKind = (typeof SYNC_KINDS)[number]

export const SYNC_MESSAGES_MAX = 1_000
const QUANTITY_MAX = 100_000
const SKU_MAX = 64

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((written) => !written.includes('\u0000'), 'A text holds a NUL character')

/**
 * `seq` numbers the messages that a source sends of one SKU at one location; the same number again is the same message.
 * `count` is what somebody counted on the shelf, damaged pieces included; every other kind is a change by `quantity`.
 * Times are the source's own clock.
 */
export const syncMessageSchema = z
  .strictObject({
    seq: z.int().min(1),
    sku: text(SKU_MAX),
    /** Code of the location; may be left out by a source that speaks for one location. */
    location: text(32).exactOptional(),
    kind: z.enum(SYNC_KINDS),
    quantity: z.int().min(0).max(QUANTITY_MAX),
    observedAt: z.iso.datetime({ offset: true }),
    note: text(280).exactOptional(),
  })
  .refine(({ kind, quantity }) => kind === 'count' || quantity > 0, {
    path: ['quantity'],
    message: 'A change of 0 changes nothing',
  })

/** `sentAt` is the source's clock at the moment of sending: the difference to ours corrects `observedAt`. */
export const syncBatchSchema = z.strictObject({
  batchId: z.uuid(),
  sentAt: z.iso.datetime({ offset: true }),
  messages: z.array(syncMessageSchema).min(1).max(SYNC_MESSAGES_MAX),
})
export type SyncMessage = z.infer<typeof syncMessageSchema>
export type SyncBatch = z.infer<typeof syncBatchSchema>
