import type { Notice, NoticeKind, NoticeView, PostedNotice } from './notice'

/** A notice taken out to be mailed. */
export type DueNotice = {
  readonly id: string
  readonly kind: NoticeKind
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly link?: string
  /** Tries before this one. */
  readonly attempts: number
}

export type NotificationStore = {
  /** Stores what is new; what was told before under its key is left alone. Answers how many were new. */
  add(notices: readonly Notice[]): Promise<number>
  /** Due notices, oldest first, taken for `leaseMs`: another taker leaves them alone, and after it they are due again. */
  take(limit: number, leaseMs: number): Promise<readonly DueNotice[]>
  sent(id: string): Promise<void>
  /** `retryInMs` absent: given up. */
  failed(id: string, fault: string, retryInMs: number | undefined): Promise<void>
  ofOrder(orderId: string): Promise<readonly NoticeView[]>
  ofUser(userId: string, limit: number): Promise<readonly NoticeView[]>
  /** Newest first, over all customers. */
  recent(limit: number): Promise<readonly PostedNotice[]>
}

/** Sends one mail. A fault is thrown and retried; the same `messageId` again is the same mail. */
export type Mailer = {
  send(mail: { messageId: string; to: string; subject: string; text: string }): Promise<void>
}
