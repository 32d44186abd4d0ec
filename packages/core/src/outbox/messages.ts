import { z } from 'zod'
import { STOCK_EVENT_TYPES } from '../inventory/events'

/** State-carrying: the level after the event, with the record's version. Consumers drop versions not above theirs. */
export const stockMessageSchema = z.object({
  topic: z.literal('stock'),
  type: z.enum(STOCK_EVENT_TYPES),
  recordId: z.int(),
  variantId: z.int(),
  locationId: z.int(),
  version: z.int(),
  quantity: z.int(),
  cartId: z.string().optional(),
  reservationId: z.string().optional(),
  /** Epoch milliseconds. */
  expiresAtMs: z.number().optional(),
  recordedAtMs: z.number(),
  level: z.object({
    onHand: z.int(),
    reserved: z.int(),
    allocated: z.int(),
    unavailable: z.int(),
    short: z.int(),
    safetyStock: z.int(),
    /** Units that may be promised beyond what is there; a message from before it was told carries none. */
    oversellCap: z.int().default(0),
  }),
})
export type StockMessage = z.infer<typeof stockMessageSchema>

export const ORDER_MESSAGE_TYPES = [
  'CheckoutStarted',
  'OrderConfirmed',
  'PaymentPending',
  'PaymentFailed',
  'OrderCancelled',
] as const

/** One step of an order's life; `seq` is the order's own timeline position. */
export const orderMessageSchema = z.object({
  topic: z.literal('order'),
  type: z.enum(ORDER_MESSAGE_TYPES),
  orderId: z.string(),
  number: z.string(),
  seq: z.int(),
  userId: z.string().optional(),
})
export type OrderMessage = z.infer<typeof orderMessageSchema>

export const catalogMessageSchema = z.object({
  topic: z.literal('catalog'),
  type: z.enum(['ProductChanged']),
  productId: z.int(),
  version: z.int(),
})
export type CatalogMessage = z.infer<typeof catalogMessageSchema>

/** Every message of the outbox, told apart by `topic`. The one event registry between domains. */
export const outboxMessageSchema = z.discriminatedUnion('topic', [
  stockMessageSchema,
  orderMessageSchema,
  catalogMessageSchema,
])
export type OutboxMessage = z.infer<typeof outboxMessageSchema>

/** A message as a sink receives it: `seq` is gapless over the whole outbox. */
export type SequencedMessage = {
  readonly seq: bigint
  readonly correlationId: string
  readonly recordedAt: Date
  readonly message: OutboxMessage
}
