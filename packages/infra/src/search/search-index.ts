import type { BuyableSets, SearchDocument } from '@selvedge/core'
import type { EnqueuedTaskPromise, Meilisearch } from 'meilisearch'
import { INDEX_SETTINGS } from './index-settings'

/** What of a document a change is compared with. */
export type IndexedState = Pick<SearchDocument, 'id' | 'product_version' | keyof BuyableSets>
export type BuyablePatch = { readonly id: number } & BuyableSets

/** One index of the engine. Every write is awaited until searches see it; a refused one is a fault. */
export type SearchIndex = {
  readonly uid: string
  /** Makes the index with its settings when it is not there yet. */
  create(): Promise<void>
  put(documents: readonly SearchDocument[]): Promise<void>
  patch(patches: readonly BuyablePatch[]): Promise<void>
  remove(productIds: readonly number[]): Promise<void>
  /** What the index says of these products; unknown ones are missing. */
  stateOf(productIds: readonly number[]): Promise<readonly IndexedState[]>
  count(): Promise<number>
  /** Swaps the names of this index and another in one step. */
  swapWith(other: SearchIndex): Promise<void>
  drop(): Promise<void>
}

const STATE_FIELDS = [
  'id',
  'product_version',
  'buyable',
  'buyable_sizes',
  'buyable_colours',
  'buyable_colour_sizes',
] as const

/** An index by its name. */
export function createSearchIndex(client: Meilisearch, uid: string, taskTimeoutMs = 60_000): SearchIndex {
  const index = client.index<SearchDocument>(uid)
  const settle = async (enqueued: EnqueuedTaskPromise): Promise<void> => {
    const task = await enqueued.waitTask({ timeout: taskTimeoutMs, interval: 15 })
    if (task.status !== 'succeeded') {
      throw new Error(`search index ${uid}: ${task.type} ${task.status}: ${task.error?.message ?? 'no reason given'}`)
    }
  }
  return {
    uid,
    create: async () => {
      const known = await client.getRawIndexes({ limit: 1_000 })
      if (!known.results.some((one) => one.uid === uid)) await settle(client.createIndex(uid, { primaryKey: 'id' }))
      await settle(index.updateSettings(INDEX_SETTINGS))
    },
    put: (documents) => settle(index.addDocuments([...documents])),
    patch: (patches) => settle(index.updateDocuments([...patches])),
    remove: (productIds) => settle(index.deleteDocuments([...productIds])),
    stateOf: async (productIds) => {
      const { results } = await index.getDocuments<IndexedState>({
        ids: [...productIds],
        fields: [...STATE_FIELDS],
        limit: productIds.length,
      })
      return results
    },
    count: async () => (await index.getStats()).numberOfDocuments,
    swapWith: (other) => settle(client.swapIndexes([{ indexes: [uid, other.uid], rename: false }])),
    drop: () => settle(client.deleteIndex(uid)),
  }
}
