import { randomUUID } from 'node:crypto'
import { type Context, createCaller, type Services } from '@selvedge/api'
import { createStockEditor, DEFAULT_HOLD_POLICY, type Role } from '@selvedge/core'
import {
  createActionJournal,
  createAllocationDesk,
  createSafetyDesk,
  createSafetyOverrides,
  createStockEngine,
  createStockHistory,
  createStockReader,
} from '@selvedge/db'
import { createTestDatabase, insertStock } from '@selvedge/db/testing'
import { servicesWith } from './services-with'

/** One SKU at two places, ten and four units. */
const UNITS = [10, 4] as const

/** The back office's stock behind its procedures, over a database of its own; every piece of it is one test's alone. */
export const openStockRoom = async () => {
  const database = await createTestDatabase(4)
  const { pool } = database
  const [stock, stockReader] = [createStockEngine({ pool }), createStockReader({ pool })]
  let variantId = 100
  await pool.query(`INSERT INTO users (id, name, email, role) VALUES ('u-1', 'Maren', 'u@example.com', 'merchandiser')`)

  /** Who calls, over the real services but for those given. */
  const caller = (role: Role | 'guest', given: Partial<Services> = {}) => {
    const services = servicesWith({
      stock,
      stockReader,
      stockHistory: createStockHistory({ pool }),
      audit: createActionJournal({ pool }),
      stockEditor: createStockEditor({ stock, stockReader, safety: createSafetyOverrides({ engine: stock }) }),
      safety: createSafetyDesk({ pool, engine: stock }),
      ...given,
    })
    const context: Context = {
      viewer: role === 'guest' ? undefined : { userId: 'u-1', email: 'u@example.com', name: 'Maren', role },
      cartId: undefined,
      ensureCartId: () => randomUUID(),
      forgetCart: () => undefined,
      person: undefined,
      ensurePerson: () => 'v:test',
      consent: undefined,
      setConsent: () => undefined,
      addressKey: undefined,
      origin: { actor: role === 'guest' ? 'guest:new' : 'staff:u-1', correlationId: 'trail-0001' },
      sameSite: true,
      services,
    }
    return createCaller(context)
  }
  const recordId = () => variantId * 10

  return {
    pool,
    allocationDesk: createAllocationDesk({ pool }),
    caller,
    staff: (given?: Partial<Services>) => caller('merchandiser', given).admin,
    admin: (given?: Partial<Services>) => caller('admin', given).admin,
    /** The piece of the test that runs. */
    variantId: () => variantId,
    /** Of that piece at the first place; at the second it is one more. */
    recordId,
    nextPiece: async (): Promise<void> => {
      variantId += 1
      await insertStock(pool, { variantId, units: UNITS })
    },
    adjustment: (change: object = {}) => ({
      recordId: recordId(),
      variantId,
      delta: -2,
      reason: 'damage' as const,
      expectedVersion: 1,
      ...change,
    }),
    cell: (change: object = {}) => ({
      recordId: recordId(),
      variantId,
      figure: 'onHand' as const,
      seen: UNITS[0],
      value: 8,
      ...change,
    }),
    hold: async (units: number) => {
      const line = { reservationId: randomUUID(), variantId, units }
      const cartId = randomUUID()
      const outcome = await stock.execute({
        kind: 'hold',
        purpose: 'checkout',
        origin: { actor: `guest:${cartId}`, correlationId: 'hold-0001' },
        holder: { cartId },
        policy: DEFAULT_HOLD_POLICY,
        lines: [line],
      })
      if (!outcome.ok) throw new Error(outcome.error.code)
      return { cartId, ...line }
    },
    close: async () => {
      await stock.close()
      await database.drop()
    },
  }
}
export type StockRoom = Awaited<ReturnType<typeof openStockRoom>>

export const batchOf = <Cell>(cells: readonly Cell[]) => ({
  batchId: randomUUID(),
  reason: 'count' as const,
  cells: [...cells],
})

/** What names a hold to the procedure that releases it. */
export const namesOf = ({ cartId, reservationId, variantId }: Awaited<ReturnType<StockRoom['hold']>>) => ({
  cartId,
  reservationId,
  variantId,
})
