import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from '../../supply/testing/supply-room'
import { createStockReader } from '../stock-reader'
import { createStockHistory } from './stock-history'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

const recordId = async (): Promise<number> => (await room.level()).record_id
const now = async (): Promise<Date> => {
  const { rows } = await room.database.pool.query<{ at: Date }>('SELECT clock_timestamp() AS at')
  return rows[0]?.at ?? new Date(0)
}

test('the grid shows what shipments on their way are to bring, and the past of a record what they were to bring then', async () => {
  const reader = createStockReader(room.database)
  const history = createStockHistory(room.database)
  const moments: Date[] = []
  const shown: (number | undefined)[] = []
  const look = async () => {
    // Milliseconds are what a moment is kept in: the next event may not fall into the same one.
    await new Promise((resolve) => setTimeout(resolve, 5))
    moments.push(await now())
    await new Promise((resolve) => setTimeout(resolve, 5))
    const id = await recordId()
    const [row] = await reader.grid({ afterRecordId: id - 1, limit: 1 })
    const [level] = await reader.levels([id])
    expect(level?.incoming).toBe(row?.incoming)
    shown.push(row?.incoming)
  }
  await look()
  const first = await room.announce(10, inDays(5))
  await look()
  // Nobody may buy these ahead; they are on their way all the same.
  const second = await room.announce(4, inDays(9), false)
  await look()
  await room.receive(first, 3, { damaged: 1 })
  await look()
  const { line, version } = await room.shipment(first)
  await room.desk.change(
    { number: first, expectedVersion: version, lines: [{ lineId: line.lineId, expected: 8 }] },
    origin,
  )
  await look()
  await room.receive(first, 2, { closes: true })
  await look()
  await room.desk.cancel({ number: second, expectedVersion: (await room.shipment(second)).version }, origin)
  await look()
  expect(shown).toEqual([0, 10, 14, 10, 8, 4, 0])
  expect(await history.incoming(await recordId(), 'recorded', moments)).toEqual(shown)
  expect(await room.disagreements()).toEqual([])
})
