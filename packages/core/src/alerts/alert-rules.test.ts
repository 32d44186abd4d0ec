import { describe, expect, test } from 'vitest'
import { driftAlerts, feedAlerts, holdAlerts, shelfAlerts, shipmentAlerts, shrinkageAlerts } from './desk-rules'
import { type ForeseenSku, stockAlerts, trendAlerts } from './stock-rules'

const today = '2027-03-10'
const now = new Date('2027-03-10T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const feed = { id: 'f', name: 'Till', expectedEveryMinutes: 15 }
const sku: ForeseenSku = {
  variantId: 7,
  sku: 'MAR-7',
  title: 'Marlow shirt',
  free: 12,
  incoming: 0,
  drafted: 0,
  reorderPoint: 5,
  nextFourWeeks: 8,
  leadDays: 28,
}

describe('stock', () => {
  test('what runs out before an order could arrive is told once, the nearer the louder', () => {
    const of = (stockOutOn: string) =>
      stockAlerts([{ ...sku, free: 2, stockOutOn }], today).map((a) => [a.kind, a.severity])
    expect(of('2027-03-15')).toEqual([['stock-out', 'critical']])
    expect(of('2027-04-01')).toEqual([['stock-out', 'warning']])
    expect(of('2027-05-01')).toEqual([['low-stock', 'notice']])
  })
  test('what has enough, what is coming and what nobody buys is not', () => {
    expect(
      stockAlerts([sku, { ...sku, free: 1, incoming: 9 }, { ...sku, free: 0, nextFourWeeks: 0.5 }], today),
    ).toEqual([])
  })
  test('units on a draft are not on their way: what is low is told until somebody orders', () => {
    const low = { ...sku, free: 1, incoming: 9 }
    const told = stockAlerts([{ ...low, drafted: 9 }], today)
    expect(told.map(({ kind }) => kind)).toEqual(['low-stock'])
    expect(told[0]?.facts).toContainEqual({ label: 'On its way', value: '0' })
    expect(told[0]?.facts).toContainEqual({ label: 'On drafts, not ordered', value: '9' })
    expect(stockAlerts([{ ...low, drafted: 2 }], today)).toEqual([])
  })
  test('a fall is told when it is more than chance', () => {
    const style = { productId: 1, slug: 'marlow', title: 'Marlow', before: 40 }
    expect(trendAlerts([{ ...style, recent: 8 }])).toMatchObject([{ facts: [{}, {}, { value: '-60 %' }] }])
    expect(trendAlerts([{ ...style, recent: 13 }])).toEqual([])
    expect(trendAlerts([{ ...style, before: 4, recent: 0 }])).toEqual([])
  })
})

describe('the desk', () => {
  test('a shipment is late from the day after, and critical when its units were promised', () => {
    const one = { number: 'S-1', supplier: 'Minho', location: 'Rotterdam', missing: 4, promised: 0 }
    expect(shipmentAlerts([{ ...one, expectedOn: today }], today)).toEqual([])
    expect(shipmentAlerts([{ ...one, expectedOn: '2027-03-09' }], today)[0]?.severity).toBe('warning')
    expect(shipmentAlerts([{ ...one, expectedOn: '2027-03-09', promised: 1 }], today)[0]?.severity).toBe('critical')
  })
  test('books that do not agree are critical', () => {
    expect(driftAlerts([{ id: 1, kind: 'level', recordId: 9, detail: 'on hand is 3', foundAt: now }])).toMatchObject([
      { severity: 'critical', link: '/admin/ledger/9', dedupeKey: 'ledger-drift/1' },
    ])
  })
  test('a hold that ended may take two minutes to be cleared', () => {
    expect(holdAlerts([{ recordId: 1, sku: 'A', units: 1, since: ago(1) }], now)).toEqual([])
    expect(holdAlerts([{ recordId: 1, sku: 'A', units: 1, since: ago(3) }], now)).toHaveLength(1)
  })
  test('a source may miss one turn; after a day of silence it is critical', () => {
    expect(feedAlerts([{ ...feed, lastSeenAt: ago(29) }], now)).toEqual([])
    expect(feedAlerts([{ ...feed, lastSeenAt: ago(31) }], now)[0]?.severity).toBe('warning')
    expect(feedAlerts([{ ...feed, lastSeenAt: ago(1_441) }], now)[0]?.severity).toBe('critical')
  })
  test('a source that has never sent is not silent, however long it has been known', () => {
    expect(feedAlerts([feed], now)).toEqual([])
  })
  test("a supplier's shelf is told when what lies there is not believed any more, and loudest when all of it is silent", () => {
    const shelf = { locationId: 5, name: 'Porto', staleAfterMinutes: 60, records: 4, stale: 0, lastReportAt: ago(70) }
    expect(shelfAlerts([shelf], now)).toEqual([])
    expect(shelfAlerts([{ ...shelf, stale: 1 }], now)).toMatchObject([
      { kind: 'stale-feed', severity: 'notice', facts: [{}, {}, { value: '1 of 4 records' }] },
    ])
    expect(shelfAlerts([{ ...shelf, stale: 4 }], now)[0]?.severity).toBe('warning')
    expect(shelfAlerts([{ ...shelf, stale: 4, lastReportAt: ago(1_600) }], now)[0]?.severity).toBe('critical')
    const { lastReportAt: _, ...never } = shelf
    expect(shelfAlerts([{ ...never, stale: 4 }], now)[0]).toMatchObject({
      severity: 'critical',
      facts: [{ value: 'never' }, {}, {}],
    })
  })
  test('a place that loses as it always does is left in peace', () => {
    const place = { locationId: 1, name: 'Rotterdam', onHand: 1_000 }
    expect(shrinkageAlerts([{ ...place, lastWeek: 12, usualWeek: 9 }])).toEqual([])
    expect(shrinkageAlerts([{ ...place, lastWeek: 20, usualWeek: 4 }])).toHaveLength(1)
    expect(shrinkageAlerts([{ ...place, lastWeek: 4, usualWeek: 0 }])).toEqual([])
  })
})
