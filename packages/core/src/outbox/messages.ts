import { z } from 'zod'
import { PROMISE_TYPES, STOCK_EVENT_TYPES } from '../inventory/events'
import { STAFF_ROOMS } from '../live/staff-rooms'
import { RETURN_OUTCOMES, RETURN_REASONS } from '../returns/return-request'
import { daySchema } from '../supply/day'

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
  /** Written by earlier versions for each step of a checkout, and read where one of them left it. */
  'CheckoutMoved',
  'OrderConfirmed',
  'PaymentPending',
  'PaymentFailed',
  'OrderCancelled',
  'ReturnChanged',
  'RefundSettled',
  'PromiseAnswered',
  'ParcelChanged',
  'ParcelShipped',
  'ParcelDelivered',
  'RestCancelled',
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

export const RETURN_MESSAGE_TYPES = ['ReturnRequested', 'ReturnInspected', 'ReturnRefunded'] as const
/** A line of a return. `reason` is what the shopper said: too small and too large are signals of fit. */
export const returnMessageSchema = z.object({
  topic: z.literal('return'),
  type: z.enum(RETURN_MESSAGE_TYPES),
  returnId: z.int(),
  lineNo: z.int(),
  orderId: z.string(),
  userId: z.string().optional(),
  productId: z.int(),
  variantId: z.int(),
  size: z.string(),
  quantity: z.int(),
  reason: z.enum(RETURN_REASONS),
  /** Empty until inspected. */
  outcomes: z.array(z.object({ outcome: z.enum(RETURN_OUTCOMES), quantity: z.int() })),
})
export type ReturnMessage = z.infer<typeof returnMessageSchema>
/** A file waits for somebody to go on with it: uploaded, approved, or to be written; or it has come further. */
export const fileMessageSchema = z.object({
  topic: z.literal('file'),
  type: z.enum(['FileUploaded', 'FileApproved', 'ExportAsked', 'FileMoved']),
  jobId: z.string(),
})
export type FileMessage = z.infer<typeof fileMessageSchema>

/** Somebody asked that the models be trained now. */
export const trainingMessageSchema = z.object({
  topic: z.literal('training'),
  type: z.enum(['TrainingAsked']),
  trainingId: z.string(),
})
export type TrainingMessage = z.infer<typeof trainingMessageSchema>

/** A promise about supply to come has changed. `tell`: the buyer has to hear of it. */
export const supplyMessageSchema = z.object({
  topic: z.literal('supply'),
  type: z.enum(PROMISE_TYPES),
  promiseId: z.int(),
  orderId: z.string(),
  lineNo: z.int(),
  variantId: z.int(),
  recordId: z.int(),
  quantity: z.int(),
  /** Absent when nobody can name a day. */
  shipBy: daySchema.optional(),
  was: daySchema.optional(),
  tell: z.enum(['later', 'earlier', 'at-risk', 'kept']).optional(),
})
export type SupplyMessage = z.infer<typeof supplyMessageSchema>

/** A question was asked, changed, closed or opened, or somebody answered it for the first time. */
export const pollMessageSchema = z.object({
  topic: z.literal('poll'),
  type: z.enum(['PollChanged', 'PollAnswered']),
  pollId: z.string(),
})
export type PollMessage = z.infer<typeof pollMessageSchema>

/** Something in a room of the back office has moved, by a person's hand or by itself: whoever has it open looks again. */
export const roomMessageSchema = z.object({
  topic: z.literal('room'),
  type: z.enum(['RoomMoved']),
  room: z.enum(STAFF_ROOMS),
})
export type RoomMessage = z.infer<typeof roomMessageSchema>

/** Every message of the outbox, told apart by `topic`. The one event registry between domains. */
export const outboxMessageSchema = z.discriminatedUnion('topic', [
  stockMessageSchema,
  orderMessageSchema,
  catalogMessageSchema,
  returnMessageSchema,
  trainingMessageSchema,
  supplyMessageSchema,
  fileMessageSchema,
  pollMessageSchema,
  roomMessageSchema,
])
export type OutboxMessage = z.infer<typeof outboxMessageSchema>

/** A message as a sink receives it: `seq` is gapless over the whole outbox. */
export type SequencedMessage = {
  readonly seq: bigint
  readonly correlationId: string
  readonly recordedAt: Date
  readonly message: OutboxMessage
}
