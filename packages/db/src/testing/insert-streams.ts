import { STOCK_FIGURES, type StockState } from '@selvedge/core'
import type pg from 'pg'
import { FIGURE_COLUMN } from '../inventory/as-of/fold-sql'
import { copyRows } from '../seed/load/copy-rows'
import type { RandomEntry } from './random-ledger'

/** Entries of many streams, in the order they were recorded, as the ledger stores them. */
export const copyEntries = (
  client: pg.PoolClient,
  entries: Iterable<RandomEntry & { readonly recordId: number; readonly version: number }>,
): Promise<number> =>
  copyRows(
    client,
    'inventory_event',
    ['record_id', 'version', 'type', 'quantity', 'actor', 'correlation_id', 'recorded_at', 'effective_at'],
    (function* () {
      for (const entry of entries) {
        const { recordId, version, type, quantity } = entry
        const recordedAt = new Date(entry.recordedAtMs)
        const effectiveAt = entry.effectiveAtMs === entry.recordedAtMs ? recordedAt : new Date(entry.effectiveAtMs)
        yield [recordId, version, type, quantity, 'system:test', 'test', recordedAt, effectiveAt]
      }
    })(),
  )

/** The records, the levels their streams add up to, and one hold for all that is reserved. */
export const copyLevels = async (
  client: pg.PoolClient,
  levels: readonly { recordId: number; variantId: number; locationId: number; state: StockState }[],
): Promise<void> => {
  const far = new Date(Date.now() + 86_400_000)
  await copyRows(
    client,
    'inventory_record',
    ['id', 'variant_id', 'location_id'],
    levels.map(({ recordId, variantId, locationId }) => [recordId, variantId, locationId]),
  )
  await copyRows(
    client,
    'stock_level',
    ['record_id', 'variant_id', 'location_id', 'version', ...STOCK_FIGURES.map((figure) => FIGURE_COLUMN[figure])],
    levels.map(({ recordId, variantId, locationId, state }) => [
      recordId,
      variantId,
      locationId,
      state.version,
      ...STOCK_FIGURES.map((figure) => state[figure]),
    ]),
  )
  await copyRows(
    client,
    'reservation',
    [
      'cart_id',
      'id',
      'record_id',
      'variant_id',
      'quantity',
      'requested_units',
      'state',
      'expires_at',
      'extensions',
      'held_at',
    ],
    levels.flatMap(({ recordId, variantId, state }) => {
      const id = `00000000-0000-4000-8000-${String(recordId).padStart(12, '0')}`
      return state.reserved === 0
        ? []
        : [[id, id, recordId, variantId, state.reserved, state.reserved, 'held', far, 0, new Date()]]
    }),
  )
}
