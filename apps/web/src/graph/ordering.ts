import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  createBagService,
  createCancellationService,
  createCheckoutService,
  createFulfilmentService,
  createNoticesService,
  createOrdersService,
  createReturnsService,
} from '@selvedge/core'
import {
  createAllocationGuide,
  createBagStore,
  createCancelDesk,
  createChannelReader,
  createCheckoutStore,
  createFulfilmentDesk,
  createNotificationStore,
  createOrderReader,
  createOrderSecrets,
  createReturnDesk,
  createSandboxBooks,
  readCaughtMail,
} from '@selvedge/db'
import { createResilientProvider, createSandboxProvider } from '@selvedge/infra'
import type { WebEnv } from '../env'
import type { Connections } from './connections'
import type { Stock } from './stock'

const REFUNDS_AT_ONCE = 20

/** Bag, checkout, orders, parcels and returns over the same stock engine. */
export const buildOrdering = (env: WebEnv, { pool, orderHints, tellStaff }: Connections, stock: Stock) => {
  const bags = createBagStore({ pool })
  const allocation = createAllocationGuide({ pool })
  const channels = createChannelReader({ pool })
  const orders = createOrderReader({ pool })
  const secrets = createOrderSecrets({ secret: env.BAG_SECRET })
  const payments = createResilientProvider(createSandboxProvider({ books: createSandboxBooks({ pool }) }))
  const readOrders = createOrdersService({ orders, secrets, hints: orderHints })
  const returns = createReturnsService({
    desk: createReturnDesk({ pool, engine: stock.engine }),
    orders,
    secrets,
    payments,
  })
  return {
    returns,
    bag: createBagService({
      allocation,
      store: bags,
      channels,
      stock: stock.engine,
      stockReader: stock.reader,
      supply: stock.supply,
      nowMs: Date.now,
    }),
    checkout: createCheckoutService({
      allocation,
      bags,
      channels,
      orders,
      secrets,
      payments,
      promises: stock.promises,
      store: createCheckoutStore({ pool }),
      stock: stock.engine,
      stockReader: stock.reader,
      newId: () => randomUUID(),
      pause: async (ms) => {
        await pause(ms)
      },
      moved: () => tellStaff('order'),
    }),
    orders: readOrders,
    cancellation: createCancellationService({
      desk: createCancelDesk({ pool, engine: stock.engine }),
      orders: readOrders,
      reader: orders,
      payments,
      settleRefunds: (orderId) => returns.settleDueRefunds(REFUNDS_AT_ONCE, orderId),
    }),
    fulfilment: createFulfilmentService({ desk: createFulfilmentDesk({ pool, engine: stock.engine }), payments }),
    notices: createNoticesService({
      orders: readOrders,
      store: createNotificationStore({ pool }),
      caught: (limit) => readCaughtMail(pool, limit),
    }),
  }
}
