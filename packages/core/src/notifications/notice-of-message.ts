import type { OrderMessage, OutboxMessage, SequencedMessage } from '../outbox/messages'
import type { Notice, NoticeKind } from './notice'
import { restCancelledWords, shippedWords, type TellableEntry } from './parcel-words'

/** What a notice says of an order. */
export type OrderToTell = {
  readonly orderId: string
  readonly number: string
  readonly email: string
  readonly userId?: string
  /** Why it was ended by hand; absent while it stands, or when a checkout failed in front of its buyer. */
  readonly cancelledBy?: 'buyer' | 'staff'
  /** Path of the order's page, with its secret for who has no account. */
  readonly link: string
  readonly pieces: ReadonlyMap<number, string>
  /** What left and what was cancelled of it, by its place in the order's timeline. */
  readonly entries?: ReadonlyMap<number, TellableEntry>
}

const KIND = {
  later: 'promise-later',
  earlier: 'promise-earlier',
  'at-risk': 'promise-at-risk',
  kept: 'promise-kept',
} as const satisfies Record<string, NoticeKind>

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** `2026-12-03` as `3 December`. */
const inWords = (day: string): string => `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''}`

const TOLD_TYPES: ReadonlySet<OrderMessage['type']> = new Set<OrderMessage['type']>([
  'OrderConfirmed',
  'OrderCancelled',
  'ParcelShipped',
  'RestCancelled',
])

/** The order a message may have to be told of. */
export const orderToTell = (message: OutboxMessage): string | undefined => {
  if (message.topic === 'supply') return message.tell === undefined ? undefined : message.orderId
  if (message.topic !== 'order') return undefined
  return TOLD_TYPES.has(message.type) ? message.orderId : undefined
}

/**
 * What the buyer is told about a message, if anything. The message's place in the outbox is its key: delivered twice, it
 * is told once, and a day that changes back and forth is told each time.
 */
export const noticeOfMessage = (
  { seq, message, correlationId }: SequencedMessage,
  order: OrderToTell,
): Notice | undefined => {
  const words = wordsOf(message, order)
  if (!words) return undefined
  const { orderId, email: to, userId, link } = order
  const dedupeKey = `outbox:${seq}`
  return { dedupeKey, to, ...(userId === undefined ? {} : { userId }), orderId, ...words, link, correlationId }
}

type Told = Pick<Notice, 'kind' | 'subject' | 'body'>

const wordsOf = (message: OutboxMessage, order: OrderToTell): Told | undefined => {
  const { number } = order
  if (message.topic === 'supply') {
    const piece = order.pieces.get(message.lineNo) ?? 'A piece of your order'
    return message.tell && { kind: KIND[message.tell], ...promiseWords(message.tell, { ...message, number, piece }) }
  }
  if (message.topic !== 'order') return undefined
  if (message.type === 'OrderConfirmed')
    return {
      kind: 'order-confirmed',
      subject: `Order ${number} is confirmed`,
      body: 'It is set aside for you. Its page shows how it goes on.',
    }
  const entry = order.entries?.get(message.seq)
  if (message.type === 'ParcelShipped') return entry?.type === 'shipped' ? shippedWords(entry, order) : undefined
  if (message.type === 'RestCancelled')
    return entry?.type === 'rest-cancelled' ? restCancelledWords(entry, order) : undefined
  if (message.type !== 'OrderCancelled' || order.cancelledBy === undefined) return undefined
  const by = order.cancelledBy === 'buyer' ? 'as you asked' : 'by us, and we are sorry'
  return {
    kind: 'order-cancelled',
    subject: `Order ${number} is cancelled`,
    body: `It was cancelled ${by}. What you paid goes back the way it came.`,
  }
}

type Promised = { number: string; piece: string; shipBy?: string | undefined; was?: string | undefined }

const promiseWords = (
  tell: keyof typeof KIND,
  { number, piece, shipBy, was }: Promised,
): Pick<Notice, 'subject' | 'body'> => {
  const instead = was === undefined ? '' : ` instead of ${inWords(was)}`
  const ships = shipBy === undefined ? 'soon' : `by ${inWords(shipBy)}`
  switch (tell) {
    case 'later':
      return {
        // Who could be told none before is told the first one.
        subject: was === undefined ? `A day for order ${number}` : `A later day for order ${number}`,
        body: `${piece} ships ${ships}${instead}. You can keep it or cancel the order on its page.`,
      }
    case 'earlier':
      return { subject: `Sooner than promised: order ${number}`, body: `${piece} ships ${ships}${instead}.` }
    case 'at-risk':
      // Who had no day has lost none.
      if (was === undefined)
        return {
          subject: `Still no day for order ${number}`,
          body: `${piece} will not come with the shipment it was to come from, and we cannot name a day yet. You can keep it or cancel the order on its page.`,
        }
      return {
        subject: `No day any more for order ${number}`,
        body: `${piece} will not come by the day it was promised for, and we cannot name another one yet. You can keep it or cancel the order on its page.`,
      }
    case 'kept':
      return { subject: `It is here: order ${number}`, body: `${piece} has arrived and is set aside for you.` }
  }
}
