import { z } from 'zod'

/** Why a piece comes back, in the shopper's words. The first two tell of fit and move personal sizes. */
export const RETURN_REASONS = [
  'too-small',
  'too-large',
  'not-as-pictured',
  'quality',
  'arrived-damaged',
  'wrong-item',
  'changed-my-mind',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/**
 * requested -> approved (by policy at once, or by staff) -> received (at the returns desk, being inspected) -> closed
 * (every line decided). A request can be refused, and withdrawn by the shopper before it is received.
 */
export const RETURN_STATES = ['requested', 'approved', 'received', 'closed', 'refused', 'withdrawn'] as const
export type ReturnState = (typeof RETURN_STATES)[number]

/** What inspection decides about a piece. `refused` goes back to the shopper and is not refunded. */
export const RETURN_OUTCOMES = ['restocked', 'quarantined', 'written-off', 'refused'] as const
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number]

export const REFUND_STATES = ['pending', 'done', 'failed'] as const
export type RefundState = (typeof REFUND_STATES)[number]

const idSchema = z.int().min(1).max(2_147_483_647)
const noteSchema = z.string().trim().min(1).max(280)

export const requestReturnSchema = z.strictObject({
  /** Made by the client: the same request again is the same return. */
  requestId: z.uuid(),
  number: z.string().min(1).max(20),
  accessToken: z.string().min(1).max(100).exactOptional(),
  lines: z
    .array(
      z.strictObject({
        lineNo: z.int().min(1).max(1_000),
        quantity: z.int().min(1).max(1_000),
        reason: z.enum(RETURN_REASONS),
        comment: noteSchema.exactOptional(),
      }),
    )
    .min(1)
    .max(100)
    .refine((lines) => new Set(lines.map((line) => line.lineNo)).size === lines.length, 'A line is returned once'),
})
export type RequestReturn = z.infer<typeof requestReturnSchema>

export const changeReturnSchema = z.strictObject({ returnId: idSchema, expectedVersion: z.int().min(1) })
export type ChangeReturn = z.infer<typeof changeReturnSchema>

export const decideReturnSchema = changeReturnSchema.extend({ approve: z.boolean(), note: noteSchema.exactOptional() })
export type DecideReturn = z.infer<typeof decideReturnSchema>

/** The parcel has come: `locationId` is the desk whose shelves the pieces go to. */
export const receiveReturnSchema = changeReturnSchema.extend({ locationId: idSchema })
export type ReceiveReturn = z.infer<typeof receiveReturnSchema>

/** What inspection says of one line: all its pieces, or some of them one way and some another. */
export const inspectReturnSchema = changeReturnSchema.extend({
  lineNo: z.int().min(1),
  outcomes: z
    .array(z.strictObject({ outcome: z.enum(RETURN_OUTCOMES), quantity: z.int().min(1).max(1_000) }))
    .min(1)
    .max(RETURN_OUTCOMES.length),
  note: noteSchema.exactOptional(),
})
export type InspectReturn = z.infer<typeof inspectReturnSchema>
