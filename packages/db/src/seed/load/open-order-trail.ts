import type { LaterEntry } from './append-entries'
import type { OpenOrder } from './draw-open-orders'

const SECOND_MS = 1_000
const HOUR_MS = 3_600_000
const HOLD_MS = 600_000
export const STAFF = 'staff:demo-merchandiser'
export const SENT_AFTER_MS = 7 * HOUR_MS

const actorOf = ({ customer }: OpenOrder): string => `shopper:${customer.id}`

/** The carrier's label of a parcel that has left. */
export const labelOf = ({ parcelId }: OpenOrder) =>
  ({ carrier: 'postnl', trackingNumber: `3S${parcelId.replaceAll('-', '').slice(0, 12).toUpperCase()}` }) as const

/** Lines of the parcel that was begun; none when there is none. */
export const parcelLines = ({ story, lines }: OpenOrder) =>
  lines.filter(({ location_id }) => location_id === story.parcel?.from.id)

type TimelineEntry = { type: string; at: Date; actor: string; facts: Record<string, unknown> }

/** What an open order went through, in the words of the live shop's timeline. */
export function openTimeline(order: OpenOrder): readonly TimelineEntry[] {
  const { placedAt, priced, story, parcelId } = order
  const buyer = actorOf(order)
  const { totalMinor: amountMinor } = priced
  const bought = [
    { type: 'placed', facts: {} },
    { type: 'stock-held', facts: {} },
    { type: 'payment-authorised', facts: { amountMinor } },
    { type: 'stock-committed', facts: {} },
    { type: 'payment-captured', facts: { amountMinor } },
    { type: 'confirmed', facts: {} },
  ].map((entry, nth) => ({ ...entry, actor: buyer, at: new Date(placedAt.getTime() + nth * SECOND_MS) }))
  const parcel = story.parcel
  if (!parcel) return bought
  const lines = parcelLines(order).map(({ lineNo, quantity }) => ({ lineNo, quantity }))
  const steps = [
    { type: 'picking', facts: { parcelId, locationId: parcel.from.id } },
    { type: 'packed', facts: { parcelId } },
    { type: 'shipped', facts: { parcelId, ...labelOf(order), lines, isRest: false } },
  ].slice(0, { picking: 1, packed: 2, shipped: 3 }[parcel.state])
  const sentAt = placedAt.getTime() + SENT_AFTER_MS
  return [
    ...bought,
    ...steps.map((step, nth) => ({ ...step, actor: STAFF, at: new Date(sentAt - (2 - nth) * 600 * SECOND_MS) })),
  ]
}

/** What the ledger has to say of an open order: held, committed, and shipped where it has left. */
export function openEntries(order: OpenOrder): readonly LaterEntry[] {
  const { orderId, cartId, parcelId, placedAt, lines, story } = order
  const actor = actorOf(order)
  const cause = { type: 'order', id: orderId } as const
  const at = (ms: number) => new Date(placedAt.getTime() + ms)
  const sent = story.parcel?.state === 'shipped' ? parcelLines(order) : []
  return [
    ...lines.flatMap(({ record_id: recordId, quantity, holdId: reservationId }): LaterEntry[] => [
      {
        recordId,
        event: {
          type: 'Reserved',
          quantity,
          reservationId,
          expiresAt: at(HOLD_MS - 60 * SECOND_MS),
          cause: { type: 'cart', id: cartId },
        },
        at: at(-60 * SECOND_MS),
        actor,
      },
      { recordId, event: { type: 'Committed', quantity, reservationId, cause }, at: at(3 * SECOND_MS), actor },
    ]),
    ...sent.map(
      ({ record_id: recordId, quantity, holdId: reservationId, lineNo }): LaterEntry => ({
        recordId,
        event: { type: 'Shipped', quantity, reservationId, cause, dedupeKey: `ship-${parcelId}-${lineNo}` },
        at: at(SENT_AFTER_MS),
        actor: STAFF,
      }),
    ),
  ]
}
