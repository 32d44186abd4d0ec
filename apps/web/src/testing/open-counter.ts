import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Context, createCaller } from '@selvedge/api'
import { createBagService, createCheckoutService, createOrdersService, type Viewer } from '@selvedge/core'
import {
  createActionJournal,
  createBagStore,
  createChannelReader,
  createCheckoutStore,
  createOrderReader,
  createOrderSecrets,
  createPromiseMaker,
  createSandboxBooks,
  createStockEngine,
  createStockHistory,
  createStockReader,
  createSupplyDesk,
  createSupplyReader,
} from '@selvedge/db'
import type { TestDatabase } from '@selvedge/db/testing'
import { createResilientProvider, createSandboxProvider } from '@selvedge/infra'
import { servicesWith } from './services-with'

/** Bag, checkout and orders behind their procedures, as a browser's request meets them. */
export const openCounter = ({ pool }: TestDatabase) => {
  const [stock, stockReader] = [createStockEngine({ pool }), createStockReader({ pool })]
  const supply = createSupplyReader({ pool })
  const [bags, channels] = [createBagStore({ pool }), createChannelReader({ pool })]
  const orders = createOrderReader({ pool })
  const secrets = createOrderSecrets({ secret: 'a secret for tests only' })
  const services = servicesWith({
    bag: createBagService({ store: bags, channels, stock, stockReader, supply, nowMs: Date.now }),
    checkout: createCheckoutService({
      store: createCheckoutStore({ pool }),
      bags,
      orders,
      channels,
      stock,
      stockReader,
      secrets,
      promises: createPromiseMaker({ engine: stock }),
      payments: createResilientProvider(createSandboxProvider({ books: createSandboxBooks({ pool }) })),
      newId: () => randomUUID(),
      pause: async (ms) => {
        await pause(ms)
      },
    }),
    orders: createOrdersService({ orders, secrets }),
    stock,
    stockReader,
    stockHistory: createStockHistory({ pool }),
    audit: createActionJournal({ pool }),
    supply,
    supplyDesk: createSupplyDesk({ pool, engine: stock }),
  })

  /** A browser with a bag of its own, signed in or not. */
  const browser = (viewer?: Viewer, changes: Partial<Context> = {}) => {
    let cartId: string | undefined
    const context: Context = {
      viewer,
      get cartId() {
        return cartId
      },
      ensureCartId: () => {
        cartId ??= randomUUID()
        return cartId
      },
      forgetCart: () => {
        cartId = undefined
      },
      person: undefined,
      ensurePerson: () => 'v:test',
      consent: undefined,
      setConsent: () => undefined,
      addressKey: undefined,
      origin: { actor: 'test', correlationId: 'test' },
      sameSite: true,
      services,
      ...changes,
    }
    return createCaller(context)
  }
  return { browser, close: () => stock.close() }
}
export type Counter = ReturnType<typeof openCounter>
