import {
  accept,
  type Origin,
  onOurClock,
  planBatch,
  type Result,
  reject,
  type StockCommand,
  type SyncAnswer,
  type SyncBatch,
  type SyncRefusal,
  type SyncRejection,
  type SyncSource,
  skewOf,
  syncAnswerSchema,
} from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { markReported } from '../safety/mark-reported'
import { earliestCount, readBooks, readDirectory, readSeen, recordKey, takeTurns } from './read-books'
import { writeBatch } from './write-batch'

export type BatchInput = {
  readonly source: SyncSource
  readonly batch: SyncBatch
  readonly contentHash: string
  readonly origin: Origin
}

const earlierAnswer = async (
  client: pg.ClientBase | pg.Pool,
  { source, batch, contentHash }: BatchInput,
): Promise<Result<SyncAnswer, SyncRejection> | undefined> => {
  const { rows } = await client.query<{ content_hash: string; answer: unknown }>(
    'SELECT content_hash, answer FROM sync_batch WHERE source_id = $1 AND batch_id = $2',
    [source.id, batch.batchId],
  )
  const [earlier] = rows
  if (!earlier) return undefined
  if (earlier.content_hash !== contentHash) return reject({ code: 'BATCH_ID_REUSED', batchId: batch.batchId })
  return accept(syncAnswerSchema.parse(earlier.answer))
}

/**
 * Takes in a batch in one transaction: what was seen, what it means, what the answer was. Batches of one source, and
 * those that touch the same records, take turns; the engine decides under its own locks after that.
 */
export const createApplyBatch =
  ({ pool, engine }: { pool: pg.Pool; engine: PgStockEngine }) =>
  async (input: BatchInput): Promise<Result<SyncAnswer, SyncRejection>> => {
    const earlier = await earlierAnswer(pool, input)
    if (earlier) return earlier
    const { source, batch, origin } = input
    let inBetween: Result<SyncAnswer, SyncRejection> | undefined
    let planned: Awaited<ReturnType<typeof plan>> | undefined

    const done = await engine.transact({
      plan: async (client) => {
        await client.query('SELECT 1 FROM sync_source WHERE id = $1 FOR UPDATE', [source.id])
        inBetween = await earlierAnswer(client, input)
        if (inBetween) return []
        planned = await plan(client, source, batch)
        const { observations } = planned.plan
        if (observations.length === 0) return []
        const cause = { type: 'sync', id: batch.batchId } as const
        const command: StockCommand = {
          kind: 'observe',
          origin,
          cause,
          observations: observations.map(({ seq: _seq, ...one }) => ({
            ...one,
            reason: `source:${source.name}`.slice(0, 60),
          })),
        }
        return [command]
      },
      alongside: async (client) => {
        if (inBetween || !planned) return undefined
        return writeBatch(client, input, planned)
      },
    })
    if (!done.ok) throw new Error(`a physical observation was refused: ${done.error.code}`)
    if (inBetween) return inBetween
    if (!done.value.value) throw new Error('the batch has no answer')
    return accept(done.value.value)
  }

const plan = async (client: pg.ClientBase, source: SyncSource, batch: SyncBatch) => {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const receivedAt = rows[0]?.now ?? new Date(Number.NaN)
  const skewMs = skewOf(new Date(batch.sentAt), receivedAt)
  const directory = await readDirectory(
    client,
    batch.messages.map(({ sku }) => sku),
  )
  const own = source.locationId === undefined ? undefined : directory.codes.get(source.locationId)

  const find = (sku: string, code: string | undefined): { recordId: number } | { refusal: SyncRefusal } => {
    const place = code ?? own
    if (place === undefined) return { refusal: 'LOCATION_MISSING' }
    const locationId = directory.locations.get(place)
    if (locationId === undefined) return { refusal: 'UNKNOWN_LOCATION' }
    if (own !== undefined && place !== own) return { refusal: 'LOCATION_NOT_YOURS' }
    const variantId = directory.variants.get(sku)
    if (variantId === undefined) return { refusal: 'UNKNOWN_SKU' }
    const recordId = directory.records.get(recordKey(variantId, locationId))
    return recordId === undefined ? { refusal: 'NEVER_STOCKED' } : { recordId }
  }
  const named = batch.messages.flatMap(({ sku, location, seq }) => {
    const found = find(sku, location)
    return 'recordId' in found ? [{ recordId: found.recordId, seq }] : []
  })
  const recordIds = [...new Set(named.map(({ recordId }) => recordId))]
  await takeTurns(client, recordIds)
  await markReported(
    client,
    reportsIn(batch, named, (at) => onOurClock(at, skewMs, receivedAt)),
  )
  const seen = await readSeen(client, source.id, named)
  const books = await readBooks(client, recordIds, earliestCount(batch, skewMs, receivedAt))

  const planned = planBatch({
    sourceId: source.id,
    keyOf: ({ seq }) => `sync:${source.id}:${seq}`,
    receivedAt,
    skewMs,
    messages: batch.messages,
    recordOf: ({ sku, location }) => {
      const found = find(sku, location)
      if ('refusal' in found) return { refusal: found.refusal, ...(own === undefined ? {} : { location: own }) }
      const book = books.get(found.recordId)
      return book ? { book: { ...book, seen: seen.get(found.recordId) ?? new Map() } } : { refusal: 'NEVER_STOCKED' }
    },
  })
  return { plan: planned, receivedAt, skewMs, recordIds }
}

/** Counts say what lies there; a sale or a delivery says nothing of the rest. */
const reportsIn = (
  { messages }: SyncBatch,
  named: readonly { readonly recordId: number; readonly seq: number }[],
  onClock: (at: Date) => Date,
) => {
  const recordOf = new Map(named.map(({ recordId, seq }) => [seq, recordId]))
  return messages.flatMap(({ kind, seq, observedAt }) => {
    const recordId = recordOf.get(seq)
    return kind === 'count' && recordId !== undefined ? [{ recordId, at: onClock(new Date(observedAt)) }] : []
  })
}
export type PlannedBatch = Awaited<ReturnType<typeof plan>>
