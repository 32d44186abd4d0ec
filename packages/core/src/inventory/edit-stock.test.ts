import { expect, test } from 'vitest'
import { accept, reject } from '../result'
import type { SafetyOverrides } from '../safety/ports'
import type { StockCommand } from './commands'
import { createStockEditor } from './edit-stock'
import { EMPTY_STOCK, type StockRecord } from './state'

const record = (change: Partial<StockRecord> = {}): StockRecord => ({
  ...EMPTY_STOCK,
  recordId: 10,
  variantId: 1,
  locationId: 1,
  version: 7,
  onHand: 10,
  ...change,
})

/** One record, and what happens to it between the reading and the writing. */
const shop = (level: StockRecord, meanwhile: (level: StockRecord) => StockRecord = (same) => same) => {
  let now = level
  const commands: StockCommand[] = []
  const kept: Parameters<SafetyOverrides['set']>[0][] = []
  const editor = createStockEditor({
    stockReader: {
      levels: async (ids) => (ids.includes(now.recordId) ? [{ ...now, available: now.onHand, incoming: 0 }] : []),
    },
    stock: {
      execute: async (command) => {
        commands.push(command)
        now = meanwhile(now)
        if (command.kind === 'observe') {
          const [seen] = command.observations
          if (!seen || seen.expectedVersion !== now.version)
            return reject({ code: 'STOCK_CHANGED', recordId: 10, version: now.version })
          now = { ...now, version: now.version + 1, onHand: now.onHand + seen.quantity }
        }
        return accept({ now: new Date(0), answer: [] as never })
      },
    },
    safety: {
      set: async (change) => {
        kept.push(change)
        now = { ...meanwhile(now), version: now.version + 1, safetyStock: change.units }
        return true
      },
    },
  })
  return { editor, commands, kept, level: () => now }
}

const batch = (cell: { figure: 'onHand' | 'safetyStock'; seen: number; value: number; recordId?: number }) => ({
  batchId: 'b-1',
  origin: { actor: 'staff:u-1', correlationId: 'trail' },
  reason: 'count' as const,
  cells: [{ recordId: 10, variantId: 1, ...cell }],
})

test('a figure that is as it was seen is set by its difference, against the version it was compared at', async () => {
  const { editor, commands, level } = shop(record())
  expect(await editor.edit(batch({ figure: 'onHand', seen: 10, value: 8 }))).toEqual([
    { recordId: 10, figure: 'onHand', outcome: 'saved', current: 8, version: 8 },
  ])
  expect(commands).toMatchObject([{ observations: [{ type: 'Adjusted', quantity: -2, expectedVersion: 7 }] }])
  expect(level().onHand).toBe(8)
})

test('a figure somebody else has changed is not overwritten', async () => {
  const { editor, commands } = shop(record({ onHand: 9 }))
  expect(await editor.edit(batch({ figure: 'onHand', seen: 10, value: 8 }))).toMatchObject([
    { outcome: 'conflict', current: 9 },
  ])
  expect(commands).toEqual([])
})

test('a sale that only moves the version does not stand in the way', async () => {
  let sales = 2
  const { editor, level } = shop(record(), (now) =>
    sales-- > 0 ? { ...now, version: now.version + 1, reserved: 1 } : now,
  )
  expect(await editor.edit(batch({ figure: 'onHand', seen: 10, value: 12 }))).toMatchObject([{ outcome: 'saved' }])
  expect(level().onHand).toBe(12)
})

test('a count that comes between reading and writing is a conflict, not a sum of both', async () => {
  const { editor, level } = shop(record(), (now) => (now.version === 7 ? { ...now, version: 8, onHand: 4 } : now))
  expect(await editor.edit(batch({ figure: 'onHand', seen: 10, value: 12 }))).toMatchObject([
    { outcome: 'conflict', current: 4 },
  ])
  expect(level().onHand).toBe(4)
})

test("what is kept from selling is written as the record's own number", async () => {
  const { editor, kept, commands } = shop(record({ safetyStock: 2 }))
  expect(await editor.edit(batch({ figure: 'safetyStock', seen: 2, value: 5 }))).toMatchObject([
    { outcome: 'saved', current: 5 },
  ])
  expect(kept).toMatchObject([{ recordId: 10, units: 5, cause: { type: 'adjustment', id: 'b-1' } }])
  expect(commands).toEqual([])
})

test('a figure that is already as wanted is saved without an entry, and an unknown record is named', async () => {
  const { editor, commands } = shop(record({ safetyStock: 2 }))
  expect(await editor.edit(batch({ figure: 'safetyStock', seen: 0, value: 2 }))).toMatchObject([{ outcome: 'saved' }])
  expect(await editor.edit(batch({ figure: 'onHand', seen: 0, value: 2, recordId: 99 }))).toEqual([
    { recordId: 99, figure: 'onHand', outcome: 'unknown' },
  ])
  expect(commands).toEqual([])
})
