import { z } from 'zod'

export const NOTICE_KINDS = [
  'order-confirmed',
  'order-cancelled',
  'parcel-shipped',
  'promise-later',
  'promise-earlier',
  'promise-at-risk',
  'promise-kept',
  'back-in-stock',
  'price-drop',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What a customer is to be told. Plain text; `link` is a path of the shop. */
export type Notice = {
  /** What it is about, in one text: the same key is told once, however often it is asked for. */
  readonly dedupeKey: string
  readonly kind: NoticeKind
  /** E-mail address. */
  readonly to: string
  readonly userId?: string
  readonly orderId?: string
  readonly subject: string
  readonly body: string
  readonly link?: string
  readonly correlationId: string
}

export const noticeViewSchema = z.object({
  id: z.string(),
  kind: z.enum(NOTICE_KINDS),
  subject: z.string(),
  body: z.string(),
  link: z.string().optional(),
  atMs: z.number(),
  mailed: z.boolean(),
})
export type NoticeView = z.infer<typeof noticeViewSchema>

/** A notice as staff see it in the post book. */
export const postedNoticeSchema = noticeViewSchema.extend({
  to: z.string(),
  state: z.enum(['queued', 'sent', 'failed']),
  attempts: z.int(),
  lastFault: z.string().optional(),
})
export type PostedNotice = z.infer<typeof postedNoticeSchema>

/** A mail in the local post box. */
export const caughtMailSchema = z.object({
  messageId: z.string(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  atMs: z.number(),
})
export type CaughtMail = z.infer<typeof caughtMailSchema>
