import { randomUUID } from 'node:crypto'
import type { DraftPurchaseOrder } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readPurchaseOrder, readSuppliers } from './read-purchase-orders'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from './testing/supply-room'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

const orderOf = (extra: Partial<DraftPurchaseOrder> = {}): DraftPurchaseOrder => ({
  draftId: randomUUID(),
  supplierId: room.supplierId,
  locationId: 1,
  lines: [{ sku: room.sku(), units: 5 }],
  ...extra,
})
const draft = (order: DraftPurchaseOrder) => room.desk.draftOrder(order, origin)
const numberOf = async (order: DraftPurchaseOrder): Promise<string> => {
  const answer = await draft(order)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.number
}
/** Units of the piece on orders, an element an order line. */
const ordered = async (): Promise<number[]> => {
  const { rows } = await room.database.pool.query<{ ordered: number }>(
    'SELECT ordered FROM purchase_order_line WHERE variant_id = $1',
    [room.variantId],
  )
  return rows.map((row) => row.ordered)
}

test('an order sent eight times at once is drafted once, and everybody hears its number', async () => {
  const order = orderOf()
  const numbers = await Promise.all(Array.from({ length: 8 }, () => numberOf(order)))
  expect(new Set(numbers).size).toBe(1)
  expect(await ordered()).toEqual([5])
})

test('an answer that was lost is heard again, whatever has become of the order since', async () => {
  const order = orderOf({ note: 'As last year' })
  const number = await numberOf(order)
  expect(await room.desk.moveOrder({ number, to: 'cancelled' })).toMatchObject({ ok: true })
  expect(await numberOf({ ...order, draftId: order.draftId.toUpperCase() })).toBe(number)
  expect(await ordered()).toEqual([5])
})

test('another order under the id of one that was drafted is refused, names that one, and changes nothing', async () => {
  const order = orderOf()
  const number = await numberOf(order)
  const others: readonly Partial<DraftPurchaseOrder>[] = [
    { locationId: 2 },
    { note: 'In blue' },
    { lines: [{ sku: room.sku(), units: 6 }] },
    { lines: [...order.lines, { sku: 'SKU-90000', units: 1 }] },
  ]
  for (const other of others)
    expect(await draft({ ...order, ...other }), JSON.stringify(other)).toEqual({
      ok: false,
      error: { code: 'DRAFT_ID_REUSED', draftId: order.draftId, number },
    })
  expect(await ordered()).toEqual([5])
})

test('of two orders drafted under one id at once one is drafted', async () => {
  const order = orderOf()
  const answers = await Promise.all([draft(order), draft({ ...order, note: 'Another' })])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'DRAFT_ID_REUSED' } })
  expect(await ordered()).toEqual([5])
})

test('what was refused can be mended and sent under its id, and the same order again is another one', async () => {
  const order = orderOf({ lines: [{ sku: 'SKU-UNKNOWN', units: 5 }] })
  expect(await draft(order)).toMatchObject({ ok: false, error: { code: 'SKU_UNKNOWN', line: 1 } })
  const mended = { ...order, lines: [{ sku: room.sku(), units: 5 }] }
  const number = await numberOf(mended)
  expect(await numberOf({ ...mended, draftId: randomUUID() })).not.toBe(number)
  expect(await ordered()).toEqual([5, 5])
})

test('an order shows its lines and shipments, and is cancelled until something of it has come', async () => {
  const number = await numberOf(orderOf())
  await room.desk.moveOrder({ number, to: 'sent' })
  const announced = await room.desk.announce(
    {
      announcementId: randomUUID(),
      supplierId: room.supplierId,
      locationId: 1,
      purchaseOrder: number,
      expectedOn: inDays(9),
      lines: [{ sku: room.sku(), units: 3, presale: false }],
    },
    origin,
  )
  if (!announced.ok) throw new Error(announced.error.code)
  expect(await readPurchaseOrder(room.database.pool, number)).toMatchObject({
    state: 'sent',
    lines: [{ sku: room.sku(), ordered: 5, announced: 3, received: 0 }],
    shipments: [{ number: announced.value.number, state: 'expected', expectedOn: inDays(9) }],
  })
  await room.receive(announced.value.number, 1)
  expect(await room.desk.moveOrder({ number, to: 'cancelled' })).toMatchObject({
    ok: false,
    error: { code: 'PURCHASE_ORDER_STATE', state: 'part_received' },
  })
})

test('a supplier is changed against what was seen; of two who change it at once one is told', async () => {
  const of = async () => (await readSuppliers(room.database.pool)).find((supplier) => supplier.id === room.supplierId)
  const before = await of()
  if (!before) throw new Error('no supplier')
  const { name, email, country, leadDays } = before
  const change = (next: number) =>
    room.desk.changeSupplier({
      supplierId: room.supplierId,
      seen: { name, email, country, leadDays },
      name,
      email,
      country,
      leadDays: next,
    })
  const answers = await Promise.all([change(41), change(42)])
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { before: { name, email, country, leadDays } } }])
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'SUPPLIER_CHANGED' } })
  expect([41, 42]).toContain((await of())?.leadDays)
})
