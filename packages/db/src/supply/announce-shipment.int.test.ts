import { randomUUID } from 'node:crypto'
import type { AnnounceShipment } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from './testing/supply-room'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

/** Five pieces that may be sold ahead. */
const announcement = (extra: Partial<AnnounceShipment> = {}): AnnounceShipment => ({
  announcementId: randomUUID(),
  supplierId: room.supplierId,
  locationId: 1,
  expectedOn: inDays(10),
  lines: [{ sku: room.sku(), units: 5, presale: true }],
  ...extra,
})
const announce = (shipment: AnnounceShipment) => room.desk.announce(shipment, origin)
const numberOf = async (shipment: AnnounceShipment): Promise<string> => {
  const answer = await announce(shipment)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.number
}
/** What was announced of the SKU, and what of it may be sold ahead. */
const announced = async () => {
  const { rows } = await room.database.pool.query<{ units: number; cap: number }>(
    `SELECT l.expected AS units, s.oversell_cap AS cap FROM inbound_shipment_line l
      JOIN stock_level s ON s.record_id = l.record_id WHERE l.variant_id = $1`,
    [room.variantId],
  )
  return rows
}

test('an announcement sent eight times at once is one shipment: everybody hears its number, and its units are sold ahead once', async () => {
  const shipment = announcement()
  const numbers = await Promise.all(Array.from({ length: 8 }, () => numberOf(shipment)))
  expect(new Set(numbers).size).toBe(1)
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
  expect((await room.reader().shipment(numbers[0] ?? ''))?.events).toHaveLength(1)
  expect(await room.disagreements()).toEqual([])
})

test('the same announcement with the supplier’s reference is known again, at once and later, and is not refused for its own reference', async () => {
  const shipment = announcement({ reference: `R-${room.sku()}` })
  const numbers = await Promise.all(Array.from({ length: 4 }, () => numberOf(shipment)))
  expect(new Set([...numbers, await numberOf(shipment)]).size).toBe(1)
  const other = await announce({ ...shipment, announcementId: randomUUID() })
  expect(other).toMatchObject({ ok: false, error: { code: 'SHIPMENT_REFERENCE_TAKEN', number: numbers[0] } })
})

test('an answer that was lost is heard again, whatever has become of the shipment since', async () => {
  const shipment = announcement()
  const number = await numberOf(shipment)
  const change = { number, expectedVersion: 1, expectedOn: inDays(30), lines: [] }
  expect(await room.desk.change(change, origin)).toMatchObject({ ok: true })
  expect(await numberOf(shipment)).toBe(number)
  expect(await room.desk.cancel({ number, expectedVersion: 2 }, origin)).toMatchObject({ ok: true })
  expect(await numberOf({ ...shipment, announcementId: shipment.announcementId.toUpperCase() })).toBe(number)
  expect(await announced()).toEqual([{ units: 5, cap: 0 }])
})

test('another shipment under the id of one that was announced is refused, names that one, and changes nothing', async () => {
  const shipment = announcement()
  const number = await numberOf(shipment)
  const [line] = shipment.lines
  const others: readonly Partial<AnnounceShipment>[] = [
    { expectedOn: inDays(11) },
    { locationId: 2 },
    { reference: 'R' },
    { lines: [{ sku: 'SKU-90000', units: 5, presale: true }] },
    ...(line ? [{ lines: [{ ...line, units: 6 }] }, { lines: [{ ...line, presale: false }] }] : []),
  ]
  expect(others).toHaveLength(6)
  for (const other of others)
    expect(await announce({ ...shipment, ...other }), JSON.stringify(other)).toEqual({
      ok: false,
      error: { code: 'ANNOUNCEMENT_ID_REUSED', announcementId: shipment.announcementId, number },
    })
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
})

test('of two shipments announced under one id at once one is announced', async () => {
  const shipment = announcement()
  const answers = await Promise.all([announce(shipment), announce({ ...shipment, expectedOn: inDays(20) })])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ANNOUNCEMENT_ID_REUSED' } })
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
})

test('what was refused can be mended and sent under its id', async () => {
  const shipment = announcement({ expectedOn: inDays(-3) })
  expect(await announce(shipment)).toMatchObject({ ok: false, error: { code: 'DAY_IN_THE_PAST' } })
  expect(await announce({ ...shipment, expectedOn: inDays(3) })).toMatchObject({ ok: true })
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
})
