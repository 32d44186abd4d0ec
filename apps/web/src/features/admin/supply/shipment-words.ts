import type { PromiseAtRisk, ShipmentSummary } from '@selvedge/core'

type Badged = { badge: string; tone: 'plain' | 'wait' | 'good' | 'thread' }

export const SHIPMENT_WORDS: Readonly<Record<ShipmentSummary['state'], Badged>> = {
  expected: { badge: 'On its way', tone: 'wait' },
  part_received: { badge: 'Partly here', tone: 'wait' },
  received: { badge: 'Received', tone: 'good' },
  cancelled: { badge: 'Cancelled', tone: 'plain' },
}

export const RISK_WORDS: Readonly<Record<PromiseAtRisk['why'], Badged>> = {
  unbound: { badge: 'No supply', tone: 'thread' },
  overdue: { badge: 'Overdue', tone: 'thread' },
  later: { badge: 'Later than told', tone: 'wait' },
}

export const SHIPMENT_EVENT_WORDS: Readonly<Record<string, string>> = {
  announced: 'Announced',
  moved: 'Moved to another day',
  changed: 'Quantities changed',
  received: 'Received',
  cancelled: 'Cancelled, what had not come',
}
