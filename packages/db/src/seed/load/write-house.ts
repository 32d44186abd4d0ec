import { type AllocationPolicy, DEFAULT_ALLOCATION_POLICY, DEFAULT_HOLD_POLICY, type HoldPolicy } from '@selvedge/core'
import type { PoolClient } from 'pg'
import { BRANDS } from '../generate/brands/all-brands'
import { LOCATIONS } from '../generate/locations'
import { TAX_RATE_BP } from '../generate/orders'
import { copyRows } from './copy-rows'
import { CURRENCY } from './write-products'

/** The channel the demo shop sells in. */
export const SEED_CHANNEL = 'eu'

type SeedChannel = {
  readonly code: string
  readonly name: string
  readonly holds: HoldPolicy
  readonly allocation: AllocationPolicy
}

const CHANNELS: readonly SeedChannel[] = [
  { code: SEED_CHANNEL, name: 'Europe', holds: DEFAULT_HOLD_POLICY, allocation: DEFAULT_ALLOCATION_POLICY },
  // Small shops that buy a few of each: held longer, sent from nearby, and nobody buys a size out.
  {
    code: 'trade',
    name: 'Trade customers',
    holds: {
      ...DEFAULT_HOLD_POLICY,
      ttlMs: 30 * 60_000,
      maxUnitsPerSku: 12,
      maxLines: 50,
      perCustomer: { units: 24, windowMs: 30 * 86_400_000 },
    },
    allocation: { rules: ['nearest', 'fewest-parcels', 'keep-shop-stock'], split: false },
  },
]

/** A week: makers send a sheet on Mondays. */
const REPORTS_BELIEVED_MINUTES = 7 * 24 * 60

/** Writes what stands before any product: the channels, the places and the houses. */
export async function writeHouse(client: PoolClient): Promise<void> {
  for (const { code, name, holds, allocation } of CHANNELS)
    await client.query(
      `INSERT INTO channel (code, name, currency, hold_policy, allocation_policy, tax_rate_bp) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (code) DO NOTHING`,
      [code, name, CURRENCY, holds, allocation, TAX_RATE_BP],
    )
  await copyRows(
    client,
    'location',
    ['id', 'code', 'name', 'kind', 'country', 'priority', 'sells_online', 'lead_days', 'latitude', 'longitude'],
    Object.values(LOCATIONS).map((l) => [
      l.id,
      l.code,
      l.name,
      l.kind,
      l.country,
      l.priority,
      true,
      l.leadDays,
      l.latitude,
      l.longitude,
    ]),
  )
  await copyRows(
    client,
    'safety_policy',
    ['channel_code', 'location_id', 'units', 'stale_after_minutes'],
    Object.values(LOCATIONS).map((l) => [
      SEED_CHANNEL,
      l.id,
      l.safetyUnits,
      l.kind === 'supplier' ? REPORTS_BELIEVED_MINUTES : undefined,
    ]),
  )
  await copyRows(
    client,
    'brand',
    ['id', 'slug', 'name', 'character', 'not_sold_in'],
    BRANDS.map((b, nth) => [
      nth + 1,
      b.slug,
      b.name,
      `${b.city}, since ${b.founded}. ${b.story}`,
      `{${(b.notSoldIn ?? []).join(',')}}`,
    ]),
  )
}
