import { randomUUID } from 'node:crypto'
import { createFeedService, createLayStock, type ShopperView } from '@selvedge/core'
import { createCatalogReader, readNotSoldIn } from '@selvedge/db'
import { createCardShelf } from '@selvedge/infra'
import { type FeedUrls, openEngine, toStderr } from '../feed/open-engine'
import { projectStock } from '../feed/stock-projection'

/** The feed as a web server holds it, for shoppers given here, with the projection of the stock that a worker keeps up. */
export async function openFeed(urls: FeedUrls, people: ReadonlyMap<string, ShopperView>) {
  const projection = await projectStock(urls)
  const opened = await openEngine(urls, 'bench-feed')
  const reader = createCatalogReader({ pool: opened.pool })
  const service = createFeedService({
    recommender: opened.engine,
    readShopper: async (person) => people.get(person),
    cards: createCardShelf(reader.cards).cards,
    popular: reader.popular,
    notSoldIn: (country) => readNotSoldIn(opened.pool, country),
    layStock: createLayStock(opened.view, (_, problem) => toStderr(problem)),
    experiments: () => [],
    planAt: opened.engine.planAt,
    log: () => undefined,
    nowMs: Date.now,
    newId: () => randomUUID(),
    onFault: (_, problem) => toStderr(problem),
  })
  return {
    pool: opened.pool,
    service,
    close: async (): Promise<void> => {
      await opened.close()
      await projection.stop()
    },
  }
}
