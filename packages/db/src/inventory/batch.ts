import {
  dedupeKeysOf,
  holdsAtRisk,
  type Origin,
  reservationsOf,
  type StockCommand,
  StockView,
  variantsOf,
} from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toSnapshot, type UnderLockRow } from './rows'
import { LOCK_RECORDS, LOCK_RECORDS_SKIPPING, READ_UNDER_LOCK, WRITE_BATCH } from './sql'
import { type Stamped, writeParameters } from './write-parameters'

const unique = (values: readonly number[]): number[] => [...new Set(values)]

/** Locks the batch's records in order, then reads everything the rule needs, with the clock, in one statement. */
export const openView = async (
  client: pg.PoolClient,
  commands: readonly StockCommand[],
  variantIds: readonly number[],
  sellingLocations: readonly number[],
  skipLocked: boolean,
): Promise<StockView> => {
  const lock = skipLocked ? LOCK_RECORDS_SKIPPING : LOCK_RECORDS
  const { rows: levels } = await client.query<LevelRow>({ ...lock, values: [unique(variantIds)] })
  const atRisk = new Set(commands.flatMap(holdsAtRisk))
  const named = commands.flatMap(reservationsOf)
  const keyed = commands.flatMap(dedupeKeysOf)
  const holds = commands.flatMap((command) => (command.kind === 'hold' ? [command] : []))
  const windowsMs = holds.flatMap(({ policy }) => policy.perCustomer?.windowMs ?? [])
  const { rows } = await client.query<UnderLockRow>({
    ...READ_UNDER_LOCK,
    values: [
      levels.map((level) => level.record_id),
      named.map(([cartId]) => cartId),
      named.map(([, reservationId]) => reservationId),
      levels.filter((level) => atRisk.has(level.variant_id)).map((level) => level.record_id),
      unique(holds.flatMap(variantsOf)),
      [...new Set(holds.flatMap(({ holder }) => holder.shopperId ?? []))],
      [...new Set(holds.flatMap(({ holder }) => holder.addressKey ?? []))],
      keyed.map(([recordId]) => recordId),
      keyed.map(([, key]) => key),
      windowsMs.length === 0 ? null : Math.max(...windowsMs),
    ],
  })
  return new StockView(toSnapshot(levels, rows, sellingLocations))
}

/** Stamps the entries applied since `from` with their origin. */
export const stamp = (view: StockView, from: number, origin: Origin): Stamped[] =>
  view.applied.slice(from).map((applied) => ({ ...applied, origin }))

/** Writes what was decided; nothing to write is nothing sent. */
export const writeView = async (client: pg.PoolClient, view: StockView, entries: readonly Stamped[]): Promise<void> => {
  if (entries.length === 0) return
  await client.query({ ...WRITE_BATCH, values: writeParameters(entries, view) })
}
