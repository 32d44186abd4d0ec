import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batchOf, openStockRoom, type StockRoom } from '../../../testing/open-stock-room'

let room: StockRoom
beforeAll(async () => {
  room = await openStockRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

const now = { at: new Date(), axis: 'recorded' } as const

test('a guest is asked to sign in and a shopper is turned away, by every staff procedure', async () => {
  for (const [role, code] of [
    ['guest', 'UNAUTHORIZED'],
    ['shopper', 'FORBIDDEN'],
  ] as const) {
    const { admin } = room.caller(role)
    const refused = [
      admin.stock.grid({ limit: 1 }),
      admin.stock.levels({ recordIds: [] }),
      admin.stock.locations(),
      admin.stock.record({ recordId: room.recordId() }),
      admin.stock.ledger({ recordId: room.recordId(), limit: 1 }),
      admin.stock.recent({ limit: 1 }),
      admin.stock.adjust(room.adjustment()),
      admin.stock.edit(batchOf([room.cell()])),
      admin.holds.list({ limit: 1 }),
      admin.holds.release({
        cartId: randomUUID(),
        reservationId: randomUUID(),
        variantId: room.variantId(),
        reason: 'mistake',
      }),
      admin.figures.now(),
      admin.history.timeline({ recordId: room.recordId(), axis: 'recorded', points: 2 }),
      admin.history.record({ recordId: room.recordId(), moment: now }),
      admin.history.why({ recordId: room.recordId(), figure: 'onHand', moment: now, limit: 1 }),
      admin.history.records({ scope: { kind: 'shop' }, moment: now, limit: 1 }),
      admin.history.totals({ scope: { kind: 'shop' }, moment: now }),
      admin.history.changes({ scope: { kind: 'shop' }, from: now, to: now, limit: 1 }),
    ]
    for (const answer of refused) await expect(answer).rejects.toMatchObject({ code })
  }
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ version: 1, onHand: 10 })
})
