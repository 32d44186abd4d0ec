import { expect, test } from 'vitest'
import type { Bound } from './bind-promises'
import { availableToPromise, supplyOutlook } from './outlook'
import { promiseChange, type StandingPromise } from './promise-changes'
import { outstandingOf, receiveLines } from './receipt'

const at = (shipmentLineId: number, shipsOn: string, units = 1) =>
  ({ source: 'shipment', shipmentLineId, units, shipsOn }) as const

const TODAY = '2027-03-01'
const changeOf = (standing: StandingPromise, bound: Bound) => promiseChange(standing, bound, TODAY)

test('a shipment that slips tells the buyer the later day, once', () => {
  const standing = { key: 'a', open: 1, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10')] }
  const change = changeOf(standing, { key: 'a', bindings: [at(1, '2027-03-24')] })
  expect(change).toMatchObject({ rebound: true, tell: 'later', was: '2027-03-10', shipBy: '2027-03-24' })
  const again = changeOf(
    { ...standing, shipBy: '2027-03-24', bindings: [at(1, '2027-03-24')] },
    { key: 'a', bindings: [at(1, '2027-03-24')] },
  )
  expect(again).toBeUndefined()
})

test('a promise that moves to another shipment of the same day is an event, but no news for the buyer', () => {
  const change = changeOf(
    { key: 'a', open: 1, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10')] },
    { key: 'a', bindings: [at(2, '2027-03-10')] },
  )
  expect(change).toMatchObject({ rebound: true })
  expect(change?.tell).toBeUndefined()
})

test('a day that has passed is never told, not even as sooner: it stands only while the rest of the line leaves later', () => {
  const change = changeOf(
    { key: 'a', open: 2, shipBy: '2027-03-10', bindings: [at(1, '2027-02-28'), at(2, '2027-03-10')] },
    { key: 'a', bindings: [at(1, '2027-02-28', 2)] },
  )
  expect(change).toMatchObject({ rebound: true, shipBy: '2027-02-28' })
  expect(change?.tell).toBeUndefined()
})

test('a cut that leaves a buyer without supply is told as at risk, without a day', () => {
  const change = changeOf(
    { key: 'a', open: 2, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10', 2)] },
    { key: 'a', bindings: [at(1, '2027-03-10', 1), { source: 'none', units: 1 }] },
  )
  expect(change).toMatchObject({ tell: 'at-risk', unboundUnits: 1, shipBy: undefined })
})

test('units that arrive keep the promise; the day of the rest stays', () => {
  const standing = { key: 'a', open: 3, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10', 3)] }
  const part = changeOf(standing, { key: 'a', bindings: [{ source: 'stock', units: 2 }, at(1, '2027-03-10', 1)] })
  expect(part).toMatchObject({ keptUnits: 2, kept: false, rebound: false })
  const whole = changeOf(standing, { key: 'a', bindings: [{ source: 'stock', units: 3 }] })
  expect(whole).toMatchObject({ keptUnits: 3, kept: true, rebound: false, tell: 'kept' })
})

test('the page promises the next unit behind everybody who waits, and nothing beyond the cap', () => {
  const supply = {
    stockUnits: 0,
    backorderUnits: 2,
    lines: [{ shipmentLineId: 1, shipsOn: '2027-03-10', outstanding: 2 }],
  }
  const queue = [{ key: 'a', units: 1, backorderShipsOn: '2027-05-01' }]
  const record = { supply, queue, capLeft: 1, backorderLeadDays: 30, presaleLines: new Set([1]) }
  expect(supplyOutlook([record], '2027-03-01')).toEqual({ kind: 'preorder', shipsOn: '2027-03-10', units: 1 })
  const full = [...queue, { key: 'b', units: 1, backorderShipsOn: '2027-05-01' }]
  expect(supplyOutlook([{ ...record, queue: full }], '2027-03-01')).toEqual({
    kind: 'backorder',
    shipsOn: '2027-03-31',
    units: 1,
  })
  expect(supplyOutlook([{ ...record, capLeft: 0 }], '2027-03-01')).toBeUndefined()
})

test('the page names no day of a shipment that is overdue, only since when it is; a place with a day comes first', () => {
  const lines = [{ shipmentLineId: 1, shipsOn: '2027-03-10', outstanding: 2, isOverdue: true }]
  const supply = { stockUnits: 0, backorderUnits: 0, lines }
  const late = { supply, queue: [], capLeft: 2, backorderLeadDays: 0, presaleLines: new Set([1]) }
  expect(supplyOutlook([late], '2027-03-12')).toEqual({ kind: 'preorder', lateSince: '2027-03-10', units: 2 })
  const dated = { ...late, supply: { ...supply, lines: [], backorderUnits: 3 }, capLeft: 3, backorderLeadDays: 30 }
  expect(supplyOutlook([late, dated], '2027-03-12')).toEqual({ kind: 'backorder', shipsOn: '2027-04-11', units: 5 })
})

test('a buyer whose day nobody stands for any more is told so once, and of the next day as soon as there is one', () => {
  const overdue = { source: 'shipment', shipmentLineId: 2, units: 1 } as const
  const standing = { key: 'a', open: 1, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10')] }
  const lost = changeOf(standing, { key: 'a', bindings: [overdue] })
  expect(lost).toMatchObject({ rebound: true, tell: 'at-risk', shipBy: undefined, unboundUnits: 0 })
  expect(changeOf({ key: 'a', open: 1, bindings: [overdue] }, { key: 'a', bindings: [overdue] })).toBeUndefined()
  const found = changeOf({ key: 'a', open: 1, bindings: [overdue] }, { key: 'a', bindings: [at(2, '2027-03-24')] })
  expect(found).toMatchObject({ tell: 'later', shipBy: '2027-03-24' })
})

test('a promise made on an overdue shipment is made without a day', () => {
  const change = changeOf(
    { key: 'a', open: 1 },
    { key: 'a', bindings: [{ source: 'shipment', shipmentLineId: 2, units: 1 }] },
  )
  expect(change).toMatchObject({ made: true, unboundUnits: 0, shipBy: undefined })
  expect(change?.tell).toBeUndefined()
})

test('available to promise by a day counts what arrives by then, less what was promised on it', () => {
  const supply = {
    stockUnits: 0,
    backorderUnits: 0,
    lines: [
      { shipmentLineId: 1, shipsOn: '2027-03-10', outstanding: 5 },
      { shipmentLineId: 2, shipsOn: '2027-03-20', outstanding: 4 },
    ],
  }
  const queue = [{ key: 'a', units: 3, backorderShipsOn: '2027-05-01' }]
  const atp = (by: string) => availableToPromise({ available: 0, supply, queue }, by)
  expect([atp('2027-03-09'), atp('2027-03-10'), atp('2027-03-31')]).toEqual([0, 2, 6])
  // The first shipment is overdue: it counts for no day, and whoever waits is promised the one that has a day.
  const late = { ...supply, lines: supply.lines.map((line, nth) => ({ ...line, isOverdue: nth === 0 })) }
  const lateAtp = (by: string) => availableToPromise({ available: 0, supply: late, queue }, by)
  expect([lateAtp('2027-03-15'), lateAtp('2027-03-31')]).toEqual([0, 1])
})

test('a receipt says what is over, short and damaged, and a closed line expects nothing more', () => {
  const lines = [
    { lineId: 1, sku: 'A', expected: 10, received: 4, damaged: 0, closed: false },
    { lineId: 2, sku: 'B', expected: 5, received: 0, damaged: 0, closed: false },
  ]
  const answer = receiveLines(lines, [
    { lineId: 1, received: 8, damaged: 1, closes: false },
    { lineId: 2, received: 2, damaged: 0, closes: true },
  ])
  expect(answer).toEqual({
    ok: true,
    value: [
      { lineId: 1, received: 8, damaged: 1, closed: true, over: 3, short: 0 },
      { lineId: 2, received: 2, damaged: 0, closed: true, over: 0, short: 3 },
    ],
  })
  expect(receiveLines(lines, [{ lineId: 9, received: 1, damaged: 0, closes: false }])).toMatchObject({
    ok: false,
    error: { code: 'SHIPMENT_LINE_NOT_FOUND', lineId: 9 },
  })
  expect(receiveLines(lines, [{ lineId: 1, received: 0, damaged: 0, closes: false }])).toMatchObject({
    ok: false,
    error: { code: 'NOTHING_RECEIVED' },
  })
  expect(outstandingOf({ expected: 10, received: 6, damaged: 1, closed: false })).toBe(3)
  expect(outstandingOf({ expected: 10, received: 6, damaged: 1, closed: true })).toBe(0)
})
