import type { Day } from '../supply/day'
import type { AlertCause } from './alert'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

export type LateShipment = {
  readonly number: string
  readonly supplier: string
  readonly location: string
  readonly expectedOn: Day
  readonly missing: number
  /** Units of it that buyers wait for. */
  readonly promised: number
}

/** A shipment whose day has passed; critical when somebody was promised its units. */
export const shipmentAlerts = (shipments: readonly LateShipment[], today: Day): readonly AlertCause[] =>
  shipments
    .filter(({ expectedOn, missing }) => expectedOn < today && missing > 0)
    .map(({ number, supplier, location, expectedOn, missing, promised }) => ({
      kind: 'late-shipment',
      dedupeKey: `late-shipment/${number}`,
      severity: promised > 0 ? 'critical' : 'warning',
      subject: `${number} from ${supplier}`,
      facts: [
        { label: 'Expected', value: expectedOn },
        { label: 'To', value: location },
        { label: 'Still missing', value: `${missing}` },
        { label: 'Promised to buyers', value: `${promised}` },
      ],
      link: `/admin/supply/${encodeURIComponent(number)}`,
    }))

export type OpenFinding = {
  readonly id: number
  readonly kind: string
  readonly recordId?: number
  readonly detail: string
  readonly foundAt: Date
}

/** The books do not agree with themselves: always critical. */
export const driftAlerts = (findings: readonly OpenFinding[]): readonly AlertCause[] =>
  findings.map(({ id, kind, recordId, detail, foundAt }) => ({
    kind: 'ledger-drift',
    dedupeKey: `ledger-drift/${id}`,
    severity: 'critical',
    subject: recordId === undefined ? `Books: ${kind}` : `Books of record ${recordId}: ${kind}`,
    facts: [
      { label: 'Found', value: detail },
      { label: 'Since', value: foundAt.toISOString() },
    ],
    link: recordId === undefined ? '/admin/history' : `/admin/ledger/${recordId}`,
  }))

/** Holds of one record that ended and whose event is still missing. */
export type OverdueHolds = {
  readonly recordId: number
  readonly sku: string
  readonly units: number
  readonly since: Date
}

/** An ended hold is sellable at once; that its event is missing after two minutes says that nobody writes them. */
const STUCK_MS = 2 * MINUTE_MS

export const holdAlerts = (holds: readonly OverdueHolds[], now: Date): readonly AlertCause[] =>
  holds
    .filter(({ since }) => now.getTime() - since.getTime() > STUCK_MS)
    .map(({ recordId, sku, units, since }) => ({
      kind: 'stuck-hold',
      dedupeKey: `stuck-hold/${recordId}`,
      severity: 'warning',
      subject: `${sku}: ended holds are not cleared`,
      facts: [
        { label: 'Units', value: `${units}` },
        { label: 'Ended', value: since.toISOString() },
      ],
      link: '/admin/holds',
    }))

export type Feed = {
  readonly id: string
  readonly name: string
  readonly expectedEveryMinutes: number
  /** Absent for a source that has never sent. */
  readonly lastSeenAt?: Date
}

/**
 * A source that missed two of its turns; critical after a day. One that has never sent is not silent but not connected
 * yet: the page of the sources says so, and nobody is called for it.
 */
export const feedAlerts = (feeds: readonly Feed[], now: Date): readonly AlertCause[] =>
  feeds.flatMap(({ id, name, expectedEveryMinutes, lastSeenAt }): AlertCause[] => {
    if (lastSeenAt === undefined) return []
    const silentMs = now.getTime() - lastSeenAt.getTime()
    if (silentMs <= 2 * expectedEveryMinutes * MINUTE_MS) return []
    return [
      {
        kind: 'stale-feed',
        dedupeKey: `stale-feed/${id}`,
        severity: silentMs > 24 * HOUR_MS ? 'critical' : 'warning',
        subject: `${name} is silent`,
        facts: [
          { label: 'Last heard', value: lastSeenAt.toISOString() },
          { label: 'Expected every', value: `${expectedEveryMinutes} minutes` },
        ],
        link: '/admin/sources',
      },
    ]
  })

/** A supplier's shelf of which some records were not reported for longer than they are believed. */
export type SilentShelf = {
  readonly locationId: number
  readonly name: string
  readonly staleAfterMinutes: number
  readonly records: number
  /** Of them, those that are not sold until they are reported again. */
  readonly stale: number
  readonly lastReportAt?: Date
}

/** Stock at a supplier that nobody reports is not sold: critical once the whole shelf has been silent for a day. */
export const shelfAlerts = (shelves: readonly SilentShelf[], now: Date): readonly AlertCause[] =>
  shelves
    .filter(({ stale }) => stale > 0)
    .map(({ locationId, name, staleAfterMinutes, records, stale, lastReportAt }) => {
      const isSilent = stale === records
      const silentMs = now.getTime() - (lastReportAt?.getTime() ?? 0)
      const overMs = silentMs - staleAfterMinutes * MINUTE_MS
      return {
        kind: 'stale-feed',
        dedupeKey: `stale-feed/place-${locationId}`,
        severity: isSilent ? (overMs > 24 * HOUR_MS ? 'critical' : 'warning') : 'notice',
        subject: isSilent ? `${name} reports no stock` : `${name} reports a part of its stock`,
        facts: [
          { label: 'Last report', value: lastReportAt?.toISOString() ?? 'never' },
          { label: 'Believed for', value: `${staleAfterMinutes} minutes` },
          { label: 'Not sold until reported', value: `${stale} of ${records} records` },
        ],
        link: '/admin/allocation',
      }
    })

/** Units a place lost (counted short, written off, lost on the way) in the last week and a usual week of the eight before. */
export type PlaceLosses = {
  readonly locationId: number
  readonly name: string
  readonly lastWeek: number
  readonly usualWeek: number
  readonly onHand: number
}

const WORTH_A_LOOK = { units: 5, share: 0.002 }

/** More lost than three standard deviations of a Poisson count above the usual, and enough to be worth a look. */
export const shrinkageAlerts = (places: readonly PlaceLosses[]): readonly AlertCause[] =>
  places
    .filter(
      ({ lastWeek, usualWeek, onHand }) =>
        lastWeek >= WORTH_A_LOOK.units &&
        lastWeek > usualWeek + 3 * Math.sqrt(Math.max(1, usualWeek)) &&
        lastWeek > onHand * WORTH_A_LOOK.share,
    )
    .map(({ locationId, name, lastWeek, usualWeek, onHand }) => ({
      kind: 'shrinkage',
      dedupeKey: `shrinkage/${locationId}`,
      severity: 'warning',
      subject: `${name} loses more than usual`,
      facts: [
        { label: 'Lost in seven days', value: `${lastWeek}` },
        { label: 'A usual week', value: usualWeek.toFixed(1) },
        { label: 'On hand', value: `${onHand}` },
      ],
      link: '/admin/counts',
    }))
