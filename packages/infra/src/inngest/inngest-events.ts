import { z } from 'zod'

/** Names and shapes of what we send to Inngest. An event's id is what makes it happen once. */
export const holdsDueSchema = z.object({
  /** End of the second in which the holds end; epoch milliseconds. */
  bucketEndsAtMs: z.int(),
})
export const checkoutStartedSchema = z.object({ orderId: z.string(), correlationId: z.string() })

export const trainingAskedSchema = z.object({ trainingId: z.string() })
export const fileWaitingSchema = z.object({ jobId: z.string(), correlationId: z.string() })

export const HOLDS_DUE = 'stock/holds.due'
export const CHECKOUT_STARTED = 'checkout/started'
export const TRAINING_ASKED = 'recommendations/training.asked'
export const FILE_WAITING = 'file/waiting'

export type DurableEvent =
  | { readonly id: string; readonly name: typeof HOLDS_DUE; readonly data: z.infer<typeof holdsDueSchema> }
  | {
      readonly id: string
      readonly name: typeof CHECKOUT_STARTED
      readonly data: z.infer<typeof checkoutStartedSchema>
    }
  | { readonly id: string; readonly name: typeof TRAINING_ASKED; readonly data: z.infer<typeof trainingAskedSchema> }
  | { readonly id: string; readonly name: typeof FILE_WAITING; readonly data: z.infer<typeof fileWaitingSchema> }
