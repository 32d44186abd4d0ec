import { type SearchSource, searchDocumentOf } from '@selvedge/core'
import type { Meilisearch } from 'meilisearch'
import { keepIndex } from './keep-index'
import { createSearchIndex } from './search-index'

// Products read, indexed and forgotten at a time.
const BATCH = 500

export type RebuildDeps = {
  readonly client: Meilisearch
  readonly source: SearchSource
  readonly indexUid: string
  readonly onProgress?: (progress: {
    readonly step: 'indexed' | 'checked'
    readonly done: number
    readonly of: number
  }) => void
}

/**
 * Builds a new index beside the live one, swaps the two in one step and drops the old. Searches never see a half-built
 * index. What changed while it was built was told to the old one: a second pass after the swap compares every product
 * and mends what differs. Answers how many documents the index holds.
 */
export async function rebuildIndex({ client, source, indexUid, onProgress }: RebuildDeps): Promise<number> {
  const live = createSearchIndex(client, indexUid)
  const next = createSearchIndex(client, `${indexUid}_next`)
  const total = await source.countActive()
  if (await exists(client, next.uid)) await next.drop() // left by a rebuild that died
  await next.create()
  const productIds: number[] = []
  for await (const products of batches(source)) {
    await next.put(products.flatMap((product) => searchDocumentOf(product) ?? []))
    for (const { detail } of products) productIds.push(detail.productId)
    onProgress?.({ step: 'indexed', done: productIds.length, of: total })
  }
  await live.create()
  await live.swapWith(next)
  await next.drop()
  for (let start = 0; start < productIds.length; start += BATCH) {
    const chunk = productIds.slice(start, start + BATCH)
    await keepIndex({ source, index: live }, chunk)
    onProgress?.({ step: 'checked', done: start + chunk.length, of: productIds.length })
  }
  return live.count()
}

async function* batches(source: SearchSource) {
  let after = 0
  for (;;) {
    const products = await source.after(after, BATCH)
    const last = products.at(-1)
    if (!last) return
    yield products
    after = last.detail.productId
  }
}

const exists = async (client: Meilisearch, uid: string): Promise<boolean> =>
  (await client.getRawIndexes({ limit: 1_000 })).results.some((one) => one.uid === uid)
