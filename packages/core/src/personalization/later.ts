import { z } from 'zod'
import { daySchema } from '../supply/day'
import { promiseKindSchema } from '../supply/views'

/** How a piece can be had that cannot be had now: promised by a day, in sizes of the shopper's where any is known. */
export const laterSchema = z.object({
  kind: promiseKindSchema,
  shipsBy: daySchema,
  /** Those of the shopper's sizes that may be promised by that day. */
  sizes: z.array(z.string()).readonly().optional(),
})
export type Later = z.infer<typeof laterSchema>

type Promisable = { readonly size: string; readonly future?: number | undefined }

/**
 * Whether it can still be had later: in one of its sizes a unit to come is promised to nobody yet. By which day is not
 * judged here; bag and product page say it, and so does the next answer.
 */
export const isStillPromised = ({ sizes }: Later, variants: readonly Promisable[]): boolean =>
  variants.some(({ size, future = 0 }) => future > 0 && (sizes?.includes(size) ?? true))
