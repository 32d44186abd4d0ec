import { z } from 'zod'
import { CARRIERS, carrierSchema, followAddress } from '../fulfilment/carriers'
import { minorSchema } from '../money'
import type { Notice } from './notice'

/** The facts of a timeline entry that a buyer is told of. */
export const tellableEntrySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('shipped'),
    carrier: carrierSchema,
    trackingNumber: z.string(),
    lines: z.array(z.object({ lineNo: z.int(), quantity: z.int() })),
    /** Nothing of the order is left to send. */
    isRest: z.boolean(),
  }),
  z.object({
    type: z.literal('rest-cancelled'),
    reason: z.enum(['CANCELLED_BY_BUYER', 'CANCELLED_BY_STAFF']),
    units: z.int(),
    refundMinor: minorSchema,
  }),
])
export type TellableEntry = z.infer<typeof tellableEntrySchema>

type Order = { readonly number: string; readonly pieces: ReadonlyMap<number, string> }
type Told = Pick<Notice, 'kind' | 'subject' | 'body'>

/** On its way: what is in the box, with whom, and whether more follows. */
export const shippedWords = (
  { carrier, trackingNumber, lines, isRest }: Extract<TellableEntry, { type: 'shipped' }>,
  { number, pieces }: Order,
): Told => {
  const names = lines.map(({ lineNo, quantity }) => {
    const piece = pieces.get(lineNo) ?? 'a piece of your order'
    return quantity === 1 ? piece : `${quantity} x ${piece}`
  })
  const link = followAddress(carrier, trackingNumber)
  const follow = `${CARRIERS[carrier].label}, ${trackingNumber}${link === undefined ? '' : `: ${link}`}`
  const rest = isRest ? '' : '\nThe rest of the order follows in another parcel.'
  return {
    kind: 'parcel-shipped',
    subject: isRest ? `On its way: order ${number}` : `A part is on its way: order ${number}`,
    body: `In the parcel: ${names.join('; ')}.\n${follow}${rest}`,
  }
}

/** What will not come, and that it is paid back. */
export const restCancelledWords = (
  { reason, units, refundMinor }: Extract<TellableEntry, { type: 'rest-cancelled' }>,
  { number }: Order,
): Told => ({
  kind: 'order-cancelled',
  subject: `The rest of order ${number} is cancelled`,
  body: `${units} ${units === 1 ? 'piece' : 'pieces'} will not come, ${
    reason === 'CANCELLED_BY_BUYER' ? 'as you asked' : 'and we are sorry'
  }.${refundMinor > 0 ? ' What they cost goes back the way it came.' : ''}`,
})
