import { type CancellationService, createCancellationService, createOrdersService } from '@selvedge/core'
import {
  createCancelDesk,
  createOrderReader,
  createOrderSecrets,
  createSandboxBooks,
  type PgStockEngine,
} from '@selvedge/db'
import { createResilientProvider, createSandboxProvider } from '@selvedge/infra'

type Pool = Parameters<typeof createCancelDesk>[0]['pool']

/** Cancelling as the web server has it, to give back the money that a bank, or a process, left behind. */
export const buildCancellation = (deps: { pool: Pool; engine: PgStockEngine; secret: string }): CancellationService => {
  const { pool, engine, secret } = deps
  const reader = createOrderReader({ pool })
  return createCancellationService({
    desk: createCancelDesk({ pool, engine }),
    orders: createOrdersService({ orders: reader, secrets: createOrderSecrets({ secret }) }),
    reader,
    payments: createResilientProvider(createSandboxProvider({ books: createSandboxBooks({ pool }) })),
  })
}
