import { randomUUID } from 'node:crypto'
import { createFeedService, createLayStock } from '@selvedge/core'
import { createCatalogReader, createLiveEngine, type WatchedTogether } from '@selvedge/db'
import { createCardShelf } from '@selvedge/infra'
import type { buildCatalogue } from './catalogue'
import type { Connections } from './connections'
import type { Stock } from './stock'

/** Changes of the catalogue that come together make one new table. */
const SETTLE_MS = 2_000

/** What is chosen for whom: the engine in memory, kept true by stock, catalogue and models. */
export const buildRecommendations = (
  { pool, feed, onFault }: Connections,
  stock: Stock,
  { reader, generations }: ReturnType<typeof buildCatalogue>,
  boughtTogether: WatchedTogether,
) => {
  const fault = onFault('recommendations')
  const engine = createLiveEngine({ pool, availability: stock.view, feed, boughtTogether, onFault: fault })
  const shelf = createCardShelf(createCatalogReader({ pool }).cards)
  let settling: NodeJS.Timeout | undefined
  const refresh = (): void => {
    clearTimeout(settling)
    settling = setTimeout(() => engine.refresh().catch(fault), SETTLE_MS)
    settling.unref()
  }
  generations.onRise((now, before) => {
    if (now.catalog === before.catalog) return
    shelf.forget()
    refresh()
  })
  engine.refresh().catch(fault)
  const service = createFeedService({
    recommender: engine,
    readShopper: async () => undefined,
    cards: shelf.cards,
    popular: reader.popular,
    layStock: createLayStock(stock.view, (part, problem) => onFault(part)(problem)),
    log: () => undefined,
    nowMs: Date.now,
    newId: () => randomUUID(),
    onFault: (part, problem) => onFault(part)(problem),
  })
  return {
    feed: service,
    engine,
    close: () => {
      clearTimeout(settling)
      engine.stop()
    },
  }
}
