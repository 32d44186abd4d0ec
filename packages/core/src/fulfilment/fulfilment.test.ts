import { expect, test } from 'vitest'
import { followAddress, trackingNumberSchema } from './carriers'
import { fillParcel, packLines } from './fill-parcel'
import { orderStateAfter } from './order-state-after'

const ready = (lineNo: number, locationId: number, units: number) => ({
  lineNo,
  locationId,
  units,
  sku: `SKU-${lineNo}`,
  locationCode: `L${locationId}`,
  recordId: lineNo * 10 + locationId,
})

test('a parcel takes from its own place alone, and no more than is set aside there', () => {
  const shelf = [ready(1, 1, 2), ready(1, 2, 5), ready(2, 1, 1)]
  expect(fillParcel(shelf, { locationId: 1, lines: [{ lineNo: 1, quantity: 2 }] })).toEqual({
    ok: true,
    value: [{ lineNo: 1, recordId: 11, quantity: 2 }],
  })
  expect(fillParcel(shelf, { locationId: 1, lines: [{ lineNo: 1, quantity: 3 }] })).toMatchObject({
    error: { code: 'PARCEL_EXCEEDS_READY', ready: 2 },
  })
})

test('a line that is named twice is summed before it is checked', () => {
  const lines = [
    { lineNo: 1, quantity: 2 },
    { lineNo: 1, quantity: 1 },
  ]
  expect(fillParcel([ready(1, 1, 2)], { locationId: 1, lines })).toMatchObject({ error: { requested: 3, ready: 2 } })
})

test('a box can hold less than was asked of the picker, never more, and never nothing', () => {
  const lines = [
    { lineNo: 1, recordId: 11, quantity: 2 },
    { lineNo: 2, recordId: 21, quantity: 1 },
  ]
  const pack = (short: { lineNo: number; packed: number }[]) => packLines(lines, { parcelId: 'p', short })
  expect(pack([{ lineNo: 1, packed: 1 }])).toMatchObject({ value: [{ packed: 1 }, { packed: 1 }] })
  expect(pack([{ lineNo: 1, packed: 3 }])).toMatchObject({ error: { code: 'PARCEL_EXCEEDS_READY', lineNo: 1 } })
  expect(pack([{ lineNo: 9, packed: 0 }])).toMatchObject({ error: { code: 'PARCEL_LINE_UNKNOWN', lineNo: 9 } })
  expect(
    pack([
      { lineNo: 1, packed: 0 },
      { lineNo: 2, packed: 0 },
    ]),
  ).toMatchObject({ error: { code: 'PARCEL_EMPTY' } })
})

test('an order is under way as soon as something left, and done when all that was not cancelled has come', () => {
  expect(orderStateAfter({ open: 3, sent: 0, delivered: 0 })).toBe('confirmed')
  expect(orderStateAfter({ open: 1, sent: 2, delivered: 2 })).toBe('part_shipped')
  expect(orderStateAfter({ open: 0, sent: 2, delivered: 1 })).toBe('shipped')
  expect(orderStateAfter({ open: 0, sent: 2, delivered: 2 })).toBe('delivered')
  expect(orderStateAfter({ open: 0, sent: 0, delivered: 0 })).toBe('cancelled')
})

test('a tracking number cannot carry anything but itself into a link', () => {
  expect(trackingNumberSchema.safeParse('3SABCD/../evil').success).toBe(false)
  expect(trackingNumberSchema.safeParse('=HYPERLINK(1)').success).toBe(false)
  expect(followAddress('postnl', '3SABCD123456')).toBe('https://jouw.postnl.nl/track-and-trace/3SABCD123456')
  expect(followAddress('courier', '123456')).toBeUndefined()
})
