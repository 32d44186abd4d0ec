import { createReturnsService, type ReturnsService } from '@selvedge/core'
import {
  createOrderReader,
  createOrderSecrets,
  createReturnDesk,
  createSandboxBooks,
  type PgStockEngine,
} from '@selvedge/db'
import { createResilientProvider, createSandboxProvider } from '@selvedge/infra'

type Pool = Parameters<typeof createReturnDesk>[0]['pool']

/** Returns as the web server has them, to give the refunds that a bank, or a process, left behind. */
export const buildReturns = (deps: { pool: Pool; engine: PgStockEngine; secret: string }): ReturnsService => {
  const { pool, engine, secret } = deps
  return createReturnsService({
    desk: createReturnDesk({ pool, engine }),
    orders: createOrderReader({ pool }),
    secrets: createOrderSecrets({ secret }),
    payments: createResilientProvider(createSandboxProvider({ books: createSandboxBooks({ pool }) })),
  })
}
