import { z } from 'zod'
import type { Poll } from './poll'

const productId = z.int().min(1).max(2_147_483_647)

export const saveInputSchema = z.strictObject({ productId, isSaved: z.boolean() })
export const judgeInputSchema = z.strictObject({ productId, says: z.enum(['like', 'dislike', 'none']) })
export const pollAnswerInputSchema = z.strictObject({ pollId: z.string().max(40), optionId: z.string().max(40) })
export const quizAnswerInputSchema = z.strictObject({ productId, answer: z.enum(['yes', 'no']) })

const email = z.email().max(254)
/** Who is signed in needs to give no address. */
export const stockAlertInputSchema = z.strictObject({ sku: z.string().min(1).max(64), email: email.optional() })
export const priceAlertInputSchema = z.strictObject({ productId, email: email.optional() })
/** The way out of a message: whose, and the proof that it came to that address. */
export const stopAlertsInputSchema = z.strictObject({ email, token: z.string().min(1).max(64) })
export const alertIdInputSchema = z.strictObject({ alertId: z.uuid() })

/** What somebody asked to be told, and whether it has come about. */
export const alertViewSchema = z.object({
  alertId: z.uuid(),
  kind: z.enum(['stock', 'price']),
  productId: z.int(),
  slug: z.string(),
  title: z.string(),
  brand: z.string(),
  pictureKey: z.string().optional(),
  /** Of a stock alert. */
  size: z.string().optional(),
  colour: z.string().optional(),
  /** Of a price alert: the price when it was asked for, and now. */
  askedPriceMinor: z.int().optional(),
  priceMinor: z.int(),
  currency: z.string(),
  askedAtMs: z.number(),
  fulfilledAtMs: z.number().optional(),
})
export type AlertView = z.infer<typeof alertViewSchema>

/** Everything a person asked the shop to remember or said to it. */
export type GestureStore = {
  /** Newest first. */
  savedIds(person: string): Promise<readonly number[]>
  /** Answers whether the list holds it now as asked; false when the list is full. Throws nothing for an unknown piece: `unknown`. */
  setSaved(person: string, productId: number, isSaved: boolean, limit: number): Promise<'done' | 'full' | 'unknown'>
  /** The first poll that is open now and that the person has not answered. */
  openPoll(person: string): Promise<Poll | undefined>
  poll(pollId: string): Promise<Poll | undefined>
  /** Ids of the pieces of these slugs that are still there. */
  pieceIds(slugs: readonly string[]): Promise<readonly number[]>
  /** `closed` where the poll is not open now or has no such answer; a second answer changes nothing. */
  answerPoll(person: string, pollId: string, optionId: string): Promise<'counted' | 'again' | 'closed'>
  askForStock(ask: { person: string; email: string; userId?: string; sku: string; limit: number }): Promise<AskOutcome>
  askForPrice(ask: {
    person: string
    email: string
    userId?: string
    productId: number
    limit: number
  }): Promise<AskOutcome>
  withdrawAlert(person: string, alertId: string): Promise<void>
  /** All that waits for an address, whoever asked; answers how many. What has come about stays in its list. */
  withdrawAllOf(email: string): Promise<number>
  /** Newest first. */
  alerts(person: string): Promise<readonly AlertView[]>
  /** Popular pieces of different kinds, for the quiz. */
  quizIds(seed: number, limit: number): Promise<readonly number[]>
  merge(guest: string, user: string, userId: string): Promise<void>
  /** Answers and judgements go; with `lists` the saved pieces and alerts too. */
  erase(person: string, options: { readonly lists: boolean }): Promise<void>
  export(person: string): Promise<Readonly<Record<string, unknown>>>
}
export type AskOutcome =
  | { readonly outcome: 'asked' | 'asked-before'; readonly productId: number }
  | { readonly outcome: 'unknown' | 'full' | 'not-needed' }

export type GestureRejection =
  | { readonly code: 'UNKNOWN_PIECE' }
  | { readonly code: 'LIST_FULL'; readonly limit: number }
  | { readonly code: 'UNKNOWN_POLL'; readonly pollId: string }
  | { readonly code: 'EMAIL_NEEDED' }
  /** The way out of a message that is not the one we wrote. */
  | { readonly code: 'LINK_NOT_VALID' }
  /** So much of what people said waits to be taken in that nothing more is: it can be said again later. */
  | { readonly code: 'TOO_MUCH_WAITS' }
  | { readonly code: 'STILL_BUYABLE'; readonly sku: string }
