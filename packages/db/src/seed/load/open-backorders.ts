import type { PoolClient } from 'pg'
import type { Random } from '../generate/random'
import type { LaterEntry } from './append-entries'
import type { SoldOut } from './sold-out-styles'

const ACTOR = 'system:seed'

/** Days until the maker has replenished. */
const REPLENISH_DAYS = 21

/** Sizes that may be sold beyond stock against the maker's next run. Answers what the ledger has to say of it. */
export async function openBackorders(
  client: PoolClient,
  sizes: readonly SoldOut[],
  { at, random }: { at: Date; random: Random },
): Promise<readonly LaterEntry[]> {
  const allowed = sizes.map(({ recordId }) => ({ recordId, units: random.int(2, 6) * 2 }))
  await client.query(
    'INSERT INTO backorder_allowance (record_id, units, lead_days) SELECT *, $3::int FROM unnest($1::int[], $2::int[])',
    [allowed.map((one) => one.recordId), allowed.map((one) => one.units), REPLENISH_DAYS],
  )
  return allowed.map(({ recordId, units }) => ({
    recordId,
    event: {
      type: 'OversellCapSet',
      quantity: units,
      reason: 'supply',
      cause: { type: 'backorder', id: String(recordId) },
    },
    at,
    actor: ACTOR,
  }))
}
