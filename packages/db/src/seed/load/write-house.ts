import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import type { PoolClient } from 'pg'
import { BRANDS } from '../generate/brands/all-brands'
import { LOCATIONS } from '../generate/locations'
import { TAX_RATE_BP } from '../generate/orders'
import { copyRows } from './copy-rows'
import { CURRENCY } from './write-products'

/** The channel the demo shop sells in. */
export const SEED_CHANNEL = 'eu'

/** A week: makers send a sheet on Mondays. */
const REPORTS_BELIEVED_MINUTES = 7 * 24 * 60

/** Writes what stands before any product: the channel, the places and the houses. */
export async function writeHouse(client: PoolClient): Promise<void> {
  await client.query(
    `INSERT INTO channel (code, name, currency, hold_policy, tax_rate_bp) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (code) DO NOTHING`,
    [SEED_CHANNEL, 'Europe', CURRENCY, DEFAULT_HOLD_POLICY, TAX_RATE_BP],
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
