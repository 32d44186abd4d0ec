import { type BoughtTogether, createCatalogService, type IsExcluded } from '@selvedge/core'
import { createCatalogReader, createPostgresFinder } from '@selvedge/db'
import {
  createCachedFinder,
  createCachedReader,
  createGenerationCounters,
  createMeiliFinder,
  createResilientFinder,
  createSearchClient,
  productIndexUid,
  watchGenerations,
} from '@selvedge/infra'
import type { WebEnv } from '../env'
import type { ReadWatch } from '../http/page-reads'
import type { Connections } from './connections'
import { notedReads } from './noted-reads'
import type { Stock } from './stock'

const SEARCH_TIMEOUT_MS = 2_000

/** The shop window: search engine with PostgreSQL as the spare wheel, both behind memory that events refresh. */
export const buildCatalogue = (
  env: WebEnv,
  { pool, redis, onFault }: Connections,
  stock: Stock,
  boughtTogether: BoughtTogether,
  watch: ReadWatch,
  isExcluded: IsExcluded,
) => {
  const generations = watchGenerations({
    read: createGenerationCounters(redis, env.REDIS_PREFIX).read,
    onFault: onFault('generations'),
  })
  const client = createSearchClient({
    url: env.MEILI_URL,
    timeoutMs: SEARCH_TIMEOUT_MS,
    ...(env.MEILI_MASTER_KEY === undefined ? {} : { apiKey: env.MEILI_MASTER_KEY }),
  })
  const finder = createCachedFinder({
    generations,
    finder: createResilientFinder({
      finder: createMeiliFinder({ client, indexUid: productIndexUid(env.SEARCH_INDEX_PREFIX) }),
      fallback: createPostgresFinder({ pool }),
      onFault: onFault('meilisearch'),
    }),
  })
  const reader = createCachedReader(createCatalogReader({ pool }))
  generations.onRise((now, before) => {
    if (now.catalog !== before.catalog) reader.forget()
  })
  const service = createCatalogService({
    ...notedReads({ reader, finder, generations, stock, watch }),
    boughtTogether,
    isExcluded,
    onFault: (part, fault) => onFault(part)(fault),
  })
  return { service, finder, reader, generations, close: () => generations.stop() }
}
