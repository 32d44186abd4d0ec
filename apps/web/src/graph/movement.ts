import { createAllocationService } from '@selvedge/core'
import {
  createAllocationDesk,
  createCountDesk,
  createHoldPolicyDesk,
  createQualityDesk,
  createSafetyDesk,
  createTransferDesk,
} from '@selvedge/db'
import type { Connections } from './connections'
import type { Stock } from './stock'

/** What moves stock beside selling it: allocation policies, what places keep back, transfers, counts, quality holds. */
export const buildMovement = ({ pool }: Connections, { engine }: Stock) => ({
  allocation: createAllocationService({ desk: createAllocationDesk({ pool }), now: () => new Date() }),
  holdPolicies: createHoldPolicyDesk({ pool }),
  safety: createSafetyDesk({ pool, engine }),
  transfers: createTransferDesk({ pool, engine }),
  counts: createCountDesk({ pool, engine }),
  quarantine: createQualityDesk({ pool, engine }),
})
