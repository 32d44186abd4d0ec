import {
  dedupeKeysOf,
  type HoldUnits,
  holdsAtRisk,
  type Origin,
  reservationsOf,
  type StockCommand,
  type StockEvent,
  StockView,
  variantsOf,
} from '@selvedge/core'
import type pg from 'pg'
import { ints, texts } from './array-literals'
import { type Statement, sendAll } from './lanes'
import { type LevelRow, toSnapshot, type UnderLockRow } from './rows'
import { LOCK_RECORDS, LOCK_RECORDS_SKIPPING, READ_HOLDS, READ_UNDER_LOCK } from './sql'
import { changeParameters, type Stamped, writeParameters } from './write-parameters'
import { CHANGE_PARTS, WRITE_BATCH } from './write-sql'

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

const isHold = (command: StockCommand): command is HoldUnits => command.kind === 'hold'

/** What is read under the locks: for holds of guests little, for the rest whatever their rules may ask for. */
const readFor = (commands: readonly StockCommand[], variantIds: string): pg.QueryConfig => {
  const named = commands.flatMap(reservationsOf)
  const values = [variantIds, texts(named.map(([cartId]) => cartId)), texts(named.map(([, id]) => id))]
  const holds = commands.filter(isHold)
  const shoppers = unique(holds.flatMap(({ holder }) => holder.shopperId ?? []))
  const addresses = unique(holds.flatMap(({ holder }) => holder.addressKey ?? []))
  const atRisk = unique(commands.flatMap(holdsAtRisk))
  const keyed = commands.flatMap(dedupeKeysOf)
  if ([shoppers, addresses, atRisk, keyed].every((needs) => needs.length === 0)) return { ...READ_HOLDS, values }
  const windowsMs = holds.flatMap(({ policy }) => policy.perCustomer?.windowMs ?? [])
  return {
    ...READ_UNDER_LOCK,
    values: [
      ...values,
      ints(atRisk),
      ints(unique(holds.flatMap(variantsOf))),
      texts(shoppers),
      texts(addresses),
      ints(keyed.map(([recordId]) => recordId)),
      texts(keyed.map(([, key]) => key)),
      windowsMs.length === 0 ? null : Math.max(...windowsMs),
    ],
  }
}

/** Locks the batch's records in order, then reads everything the rule needs, with the clock, in one statement. */
export const openView = async (
  client: pg.PoolClient,
  commands: readonly StockCommand[],
  variantIds: readonly number[],
  sellingLocations: readonly number[],
  options: { readonly skipLocked?: boolean; readonly begin?: boolean } = {},
): Promise<StockView> => {
  const skus = ints(unique(variantIds))
  const lock = { ...(options.skipLocked ? LOCK_RECORDS_SKIPPING : LOCK_RECORDS), values: [skus] }
  const statements = [...(options.begin ? ['BEGIN'] : []), lock, readFor(commands, skus)]
  const [levels, rows] = (await sendAll(client, statements)).slice(-2)
  // The driver does not know which statement it answers; these two are LOCK_RECORDS and the read.
  return new StockView(
    toSnapshot((levels?.rows ?? []) as LevelRow[], (rows?.rows ?? []) as UnderLockRow[], sellingLocations),
  )
}

/** Stamps the entries applied since `from` with their origin; what ends somebody's hold keeps the id of that request. */
export const stamp = (view: StockView, from: number, origin: Origin): Stamped[] =>
  view.applied.slice(from).map((applied) => ({ ...applied, origin: originOf(applied.event, origin) }))

const originOf = ({ correlationId }: StockEvent, origin: Origin): Origin =>
  correlationId === undefined ? origin : { ...origin, correlationId }

/** The statements that write what was decided since the last write; nothing to write is none. */
export const writesOf = (view: StockView, entries: readonly Stamped[]): Statement[] => {
  const parts = view.takeTouched()
  const changed = parts.filter((part) => !part.isNew)
  const added = parts.filter((part) => part.isNew)
  return [
    ...(entries.length > 0 ? [{ ...WRITE_BATCH, values: writeParameters(entries, added, view.now) }] : []),
    ...(changed.length > 0 ? [{ ...CHANGE_PARTS, values: changeParameters(changed, view.now) }] : []),
  ]
}
