import { z } from 'zod'

/** Names and shapes of what we send to Inngest. An event's id is what makes it happen once. */
export const holdsDueSchema = z.object({
  /** End of the second in which the holds end; epoch milliseconds. */
  bucketEndsAtMs: z.int(),
})
export const checkoutsBeganSchema = z.object({
  /** End of the second in which the checkouts began; epoch milliseconds. */
  bucketEndsAtMs: z.int(),
})

export const trainingAskedSchema = z.object({ trainingId: z.string() })
export const fileWaitingSchema = z.object({ jobId: z.string(), correlationId: z.string() })

export const HOLDS_DUE = 'stock/holds.due'
export const CHECKOUTS_BEGAN = 'checkout/began'
export const TRAINING_ASKED = 'recommendations/training.asked'
export const FILE_WAITING = 'file/waiting'

export type DurableEvent =
  | { readonly id: string; readonly name: typeof HOLDS_DUE; readonly data: z.infer<typeof holdsDueSchema> }
  | {
      readonly id: string
      readonly name: typeof CHECKOUTS_BEGAN
      readonly data: z.infer<typeof checkoutsBeganSchema>
    }
  | { readonly id: string; readonly name: typeof TRAINING_ASKED; readonly data: z.infer<typeof trainingAskedSchema> }
  | { readonly id: string; readonly name: typeof FILE_WAITING; readonly data: z.infer<typeof fileWaitingSchema> }
