import type { OrderState, OrderView } from '@selvedge/core'
import type { TimelineStep } from '@/components/timeline'
import { formatMoment } from './format-moment'
import { ENTRY_WORDS, reasonWords } from './order-words'

const FAILED = new Set([
  'payment-declined',
  'payment-timed-out',
  'stock-lost-during-payment',
  'capture-failed',
  'payment-failed',
  'cancelled',
  'rest-cancelled',
])

type Ahead = { now: string | undefined; coming: readonly string[] }

/** What happens now and what is still to come. */
const AHEAD: Readonly<Record<OrderState, Ahead>> = {
  placing: { now: 'Asking the bank', coming: ['Confirmed', 'Handed to the carrier', 'Delivered'] },
  payment_pending: { now: 'The bank is thinking', coming: ['Confirmed', 'Handed to the carrier', 'Delivered'] },
  confirmed: { now: 'We are packing it', coming: ['Handed to the carrier', 'Delivered'] },
  part_shipped: { now: 'We are packing the rest', coming: ['Delivered'] },
  shipped: { now: 'With the carrier', coming: ['Delivered'] },
  delivered: { now: undefined, coming: [] },
  payment_failed: { now: undefined, coming: [] },
  cancelled: { now: undefined, coming: [] },
}

/** An order's way as steps: what was recorded, what is happening, what is to come. */
export const orderSteps = ({
  timeline,
  state,
  stateReason,
}: Pick<OrderView, 'timeline' | 'state' | 'stateReason'>): TimelineStep[] => {
  // The bank is asked again and again: waiting is one step, told when it began. Returns and parcels can be several.
  const past = timeline.filter(
    ({ type, facts }, place) =>
      ENTRY_WORDS[type] &&
      ('returnId' in facts || 'parcelId' in facts || timeline.findIndex((other) => other.type === type) === place),
  )
  const { now, coming } = AHEAD[state]
  const reason = reasonWords(stateReason)
  const lastFailed = past.findLast(({ type }) => FAILED.has(type))
  return [
    ...past.map(
      (entry): TimelineStep => ({
        id: `${entry.seq}`,
        label: ENTRY_WORDS[entry.type],
        at: formatMoment(entry.atMs),
        state: FAILED.has(entry.type) ? 'failed' : 'done',
        ...(entry === lastFailed && reason ? { note: reason } : {}),
      }),
    ),
    ...(now ? [{ id: 'now', label: now, state: 'current' } satisfies TimelineStep] : []),
    ...coming.map((label): TimelineStep => ({ id: label, label, state: 'coming' })),
  ]
}
