import { z } from 'zod'
import { SEASONS } from '../catalog/garments/attribute-sets'

const productName = z.object({ productId: z.int(), slug: z.string(), title: z.string() })
/** How a product came to be of interest to the shopper. */
const interest = z.enum(['viewed', 'saved', 'in-bag', 'bought'])

/**
 * Why a product is shown: facts that are true of this shopper or of the house, from the source that contributed most.
 * The page turns them into a sentence.
 */
export const reasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('BOUGHT_WITH'), product: productName, interest }),
  z.object({ code: z.literal('LIKED_WITH'), product: productName, interest }),
  z.object({ code: z.literal('VISITS_LIKE_THIS'), product: productName }),
  z.object({ code: z.literal('TASTE_OF_MANY') }),
  z.object({ code: z.literal('LIKE_THE'), product: productName, interest }),
  z.object({ code: z.literal('GOES_WITH'), product: productName }),
  /** Close to, or going with, a piece that has no name any more. */
  z.object({ code: z.literal('ALIKE') }),
  z.object({
    code: z.literal('BECAUSE_YOU_LIKE'),
    facet: z.string(),
    value: z.string(),
    when: z.enum(['now', 'always']),
  }),
  /** In a category, or where the shopper's parcels go. */
  z.object({ code: z.literal('MOST_BOUGHT'), category: z.string().optional(), country: z.string().optional() }),
  /** Wanted notably more than in the weeks before. */
  z.object({ code: z.literal('RISING'), category: z.string() }),
  z.object({ code: z.literal('IN_SEASON'), season: z.enum(SEASONS) }),
  /** Wished for, sold out since and back; the size where it is the shopper's own or was waited for. */
  z.object({ code: z.literal('BACK_IN_STOCK'), size: z.string().optional() }),
  /** Wished for and marked down since, by so much of its price. */
  z.object({ code: z.literal('NOW_LESS'), percent: z.int() }),
  z.object({ code: z.literal('NEW_IN') }),
  /** New, and on its way: nothing of it has arrived. */
  z.object({ code: z.literal('COMING_IN') }),
  z.object({ code: z.literal('FROM_COLLECTION'), slug: z.string(), title: z.string() }),
  z.object({ code: z.literal('CHOSEN_BY_US') }),
  z.object({ code: z.literal('SOMETHING_ELSE') }),
])
export type Reason = z.infer<typeof reasonSchema>
