import type { PoolClient } from 'pg'
import type { GeneratedRecord } from '../generate/stock'
import { copyRows } from './copy-rows'

/** A record with the ids it is stored under. */
export type NumberedRecord = GeneratedRecord & { readonly recordId: number; readonly variantId: number }

/** Writes inventory records, the ledger entries that explain them and the levels that are their fold. */
export async function writeStock(
  client: PoolClient,
  records: readonly NumberedRecord[],
  { correlationId, reportedAt }: { correlationId: string; reportedAt: Date },
): Promise<void> {
  await copyRows(
    client,
    'inventory_record',
    ['id', 'variant_id', 'location_id', 'reported_at'],
    records.map((r) => [
      r.recordId,
      r.variantId,
      r.location.id,
      r.location.kind === 'supplier' ? reportedAt : undefined,
    ]),
  )
  await copyRows(
    client,
    'inventory_event',
    'record_id version type quantity reason note actor cause_type cause_id correlation_id recorded_at effective_at'.split(
      ' ',
    ),
    records.flatMap((r) =>
      r.events.map((event, nth) => [
        r.recordId,
        nth + 1,
        event.type,
        event.quantity,
        event.reason,
        event.note,
        'system:seed',
        event.cause?.type,
        event.cause?.id,
        correlationId,
        event.at,
        event.at,
      ]),
    ),
  )
  await copyRows(
    client,
    'stock_level',
    'record_id variant_id location_id version on_hand reserved allocated unavailable short oversell_cap safety_stock'.split(
      ' ',
    ),
    records.map(({ recordId, variantId, location, level }) => [
      recordId,
      variantId,
      location.id,
      level.version,
      level.onHand,
      level.reserved,
      level.allocated,
      level.unavailable,
      level.short,
      level.oversellCap,
      level.safetyStock,
    ]),
  )
}
