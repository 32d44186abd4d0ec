import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type CheckoutService, createCheckoutService, type StockReader } from '@selvedge/core'
import {
  createAllocationGuide,
  createBagStore,
  createChannelReader,
  createCheckoutStore,
  createOrderReader,
  createOrderSecrets,
  createPromiseMaker,
  createSandboxBooks,
  type PgStockEngine,
} from '@selvedge/db'
import { createResilientProvider, createSandboxProvider } from '@selvedge/infra'

type Pool = Parameters<typeof createCheckoutStore>[0]['pool']

/** Checkout as the web server has it, to finish what a process left behind. */
export const buildCheckout = (deps: {
  pool: Pool
  stock: PgStockEngine
  stockReader: StockReader
  secret: string
  /** Told of steps that no message tells of. */
  moved(): void
}): CheckoutService => {
  const { pool, stock, stockReader, secret, moved } = deps
  return createCheckoutService({
    allocation: createAllocationGuide({ pool }),
    bags: createBagStore({ pool }),
    channels: createChannelReader({ pool }),
    orders: createOrderReader({ pool }),
    secrets: createOrderSecrets({ secret }),
    payments: createResilientProvider(createSandboxProvider({ books: createSandboxBooks({ pool }) })),
    store: createCheckoutStore({ pool }),
    promises: createPromiseMaker({ engine: stock }),
    stock,
    stockReader,
    newId: () => randomUUID(),
    pause: async (ms) => {
      await pause(ms)
    },
    moved,
  })
}
