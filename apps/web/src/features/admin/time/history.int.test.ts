import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStockRoom, type StockRoom } from '../../../testing/open-stock-room'

let room: StockRoom
beforeAll(async () => {
  room = await openStockRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

test('the past of a record is drawn from its first entry to now, and says why it is what it is', async () => {
  await room.staff().stock.adjust(room.adjustment({ note: 'Torn seam' }))
  const { firstAt, nowAt, points } = await room.staff().history.timeline({
    recordId: room.recordId(),
    axis: 'recorded',
    points: 5,
  })
  expect([points[0]?.onHand, points.at(-1)?.onHand]).toEqual([10, 8])
  expect([points[0]?.at, points.at(-1)?.at]).toEqual([firstAt, nowAt])
  const why = await room.staff().history.why({
    recordId: room.recordId(),
    figure: 'onHand',
    moment: { at: nowAt, axis: 'recorded' },
    limit: 10,
  })
  expect(why).toMatchObject({
    value: 8,
    entries: [{ type: 'Adjusted', moved: -2, after: 8, actorName: 'Maren' }, { after: 10 }],
  })
  const scope = { kind: 'sku', variantId: room.variantId() } as const
  const moments = { from: { at: firstAt, axis: 'recorded' }, to: { at: nowAt, axis: 'recorded' } } as const
  const { rows } = await room.staff().history.changes({ scope, ...moments, limit: 10 })
  expect(rows.filter(({ after }) => after.recordId === room.recordId())).toMatchObject([
    { before: { onHand: 10 }, after: { onHand: 8, recordId: room.recordId() } },
  ])
})

test('a timeline whose end lies before its beginning, or of a record nobody knows, is refused', async () => {
  const { timeline } = room.staff().history
  const asked = { recordId: room.recordId(), axis: 'recorded', points: 5 } as const
  await expect(timeline({ ...asked, from: new Date(2), to: new Date(1) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  await expect(timeline({ ...asked, recordId: 2_000_000_000 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
