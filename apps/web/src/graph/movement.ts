import { createAllocationService, createReturnsService, type PaymentProvider } from '@selvedge/core'
import {
  createAllocationDesk,
  createCountDesk,
  createOrderReader,
  createOrderSecrets,
  createQualityDesk,
  createReturnDesk,
  createTransferDesk,
} from '@selvedge/db'
import type { WebEnv } from '../env'
import type { Connections } from './connections'
import type { Stock } from './stock'

/** What moves stock beside selling it: allocation policies, transfers, counts, returns, quality holds. */
export const buildMovement = (
  env: WebEnv,
  { pool }: Connections,
  { engine }: Stock,
  payments: Pick<PaymentProvider, 'refund'>,
) => ({
  allocation: createAllocationService({ desk: createAllocationDesk({ pool }), now: () => new Date() }),
  transfers: createTransferDesk({ pool, engine }),
  counts: createCountDesk({ pool, engine }),
  quarantine: createQualityDesk({ pool, engine }),
  returns: createReturnsService({
    desk: createReturnDesk({ pool, engine }),
    orders: createOrderReader({ pool }),
    secrets: createOrderSecrets({ secret: env.BAG_SECRET }),
    payments,
  }),
})
