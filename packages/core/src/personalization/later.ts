import { z } from 'zod'
import { datedUnitSchema } from '../supply/unit-to-come'

/** How a piece can be had that cannot be had now: promised by a day, in sizes of the shopper's where any is known. */
export const laterSchema = datedUnitSchema.extend({
  /** Those of the shopper's sizes that may be promised by that day. */
  sizes: z.array(z.string()).readonly().optional(),
})
export type Later = z.infer<typeof laterSchema>
