import { expect, test } from 'vitest'
import { availableToPromise, supplyOutlook } from './outlook'
import { promiseChange } from './promise-changes'
import { outstandingOf, receiveLines } from './receipt'

const at = (shipmentLineId: number, shipsOn: string, units = 1) =>
  ({ source: 'shipment', shipmentLineId, units, shipsOn }) as const

test('a shipment that slips tells the buyer the later day, once', () => {
  const standing = { key: 'a', open: 1, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10')] }
  const change = promiseChange(standing, { key: 'a', bindings: [at(1, '2027-03-24')] })
  expect(change).toMatchObject({ rebound: true, tell: 'later', was: '2027-03-10', shipBy: '2027-03-24' })
  const again = promiseChange(
    { ...standing, shipBy: '2027-03-24', bindings: [at(1, '2027-03-24')] },
    { key: 'a', bindings: [at(1, '2027-03-24')] },
  )
  expect(again).toBeUndefined()
})

test('a promise that moves to another shipment of the same day is an event, but no news for the buyer', () => {
  const change = promiseChange(
    { key: 'a', open: 1, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10')] },
    { key: 'a', bindings: [at(2, '2027-03-10')] },
  )
  expect(change).toMatchObject({ rebound: true })
  expect(change?.tell).toBeUndefined()
})

test('a cut that leaves a buyer without supply is told as at risk, without a day', () => {
  const change = promiseChange(
    { key: 'a', open: 2, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10', 2)] },
    { key: 'a', bindings: [at(1, '2027-03-10', 1), { source: 'none', units: 1 }] },
  )
  expect(change).toMatchObject({ tell: 'at-risk', unboundUnits: 1, shipBy: undefined })
})

test('units that arrive keep the promise; the day of the rest stays', () => {
  const standing = { key: 'a', open: 3, shipBy: '2027-03-10', bindings: [at(1, '2027-03-10', 3)] }
  const part = promiseChange(standing, { key: 'a', bindings: [{ source: 'stock', units: 2 }, at(1, '2027-03-10', 1)] })
  expect(part).toMatchObject({ keptUnits: 2, kept: false, rebound: false })
  const whole = promiseChange(standing, { key: 'a', bindings: [{ source: 'stock', units: 3 }] })
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
  // A shipment that is late is never promised for yesterday.
  expect(supplyOutlook([record], '2027-03-20')?.shipsOn).toBe('2027-03-20')
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
  const atp = (by: string, today = '2027-03-01') => availableToPromise({ available: 0, supply, queue }, by, today)
  expect([atp('2027-03-09'), atp('2027-03-10'), atp('2027-03-31')]).toEqual([0, 2, 6])
  // The first shipment is late on the 15th: it can leave that day at the earliest, and on no day before it.
  expect([atp('2027-03-12', '2027-03-15'), atp('2027-03-15', '2027-03-15')]).toEqual([0, 2])
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
