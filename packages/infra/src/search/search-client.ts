import { Meilisearch } from 'meilisearch'

export type SearchAddress = {
  readonly url: string
  readonly apiKey?: string
  /** For one request; a search that takes longer has failed. */
  readonly timeoutMs?: number
}

/** A client of the search engine. */
export const createSearchClient = ({ url, apiKey, timeoutMs = 10_000 }: SearchAddress): Meilisearch =>
  new Meilisearch({ host: url, timeout: timeoutMs, ...(apiKey === undefined ? {} : { apiKey }) })

/** The name of the index of products; tests and second shops on one engine put a prefix of their own before it. */
export const productIndexUid = (prefix = ''): string => `${prefix}products`
