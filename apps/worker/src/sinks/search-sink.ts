import { opensOrCloses, type SearchSource, type SequencedMessage, type Sink } from '@selvedge/core'
import { type GenerationCounters, keepIndex, type SearchIndex } from '@selvedge/infra'

export type SearchSinkDeps = {
  readonly source: SearchSource
  /** The live index; its task time-out has to be below the 10 s a sink may take. */
  readonly index: SearchIndex
  readonly generations: Pick<GenerationCounters, 'bump'>
}

/**
 * Keeps the search index in step with stock and catalogue. Of stock only what opens or closes a record is looked at. A batch
 * is coalesced to its products; their stock is read again from PostgreSQL, so messages may come twice or late, and a
 * document is touched only when an option opened or closed. While the engine works on one batch the next one gathers:
 * under load more messages share a write.
 */
export const createSearchSink = ({ source, index, generations }: SearchSinkDeps): Sink => ({
  name: 'search',
  gatherMs: 100,
  handle: async (messages) => {
    const { variantIds, changed } = touched(messages)
    const moved = variantIds.size > 0 ? await source.productsOfVariants([...variantIds]) : []
    const kept = await keepIndex({ source, index }, [...new Set([...moved, ...changed])], changed)
    if (changed.size > 0) await generations.bump('catalog')
    if (kept.written + kept.removed > 0) await generations.bump('search')
    if (kept.patched > 0) await generations.bump('buyable')
  },
})

function touched(messages: readonly SequencedMessage[]): { variantIds: Set<number>; changed: Set<number> } {
  const variantIds = new Set<number>()
  const changed = new Set<number>()
  for (const { message } of messages) {
    if (message.topic === 'stock' && opensOrCloses(message)) variantIds.add(message.variantId)
    if (message.topic === 'catalog') changed.add(message.productId)
  }
  return { variantIds, changed }
}
