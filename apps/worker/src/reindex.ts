import { createPool, createSearchSource } from '@selvedge/db'
import { connectGenerationCounters, createSearchClient, productIndexUid, rebuildIndex } from '@selvedge/infra'
import { readReindexEnvironment } from './reindex/env'

/** Builds the search index anew from the database and swaps it in; what is cached over the old one is told. */
async function reindex(): Promise<void> {
  const env = readReindexEnvironment()
  const pool = createPool(env.DATABASE_URL, { max: 2, applicationName: 'reindex', statementTimeoutMs: 300_000 })
  const generations = connectGenerationCounters(env.REDIS_URL, env.REDIS_PREFIX)
  try {
    const start = performance.now()
    const count = await rebuildIndex({
      client: createSearchClient({ url: env.MEILI_URL, ...apiKey(env.MEILI_MASTER_KEY), timeoutMs: 60_000 }),
      source: createSearchSource({ pool }),
      indexUid: productIndexUid(env.SEARCH_INDEX_PREFIX),
      onProgress: printer(),
    })
    await Promise.all([generations.bump('search'), generations.bump('catalog')])
    print(`  the index holds ${count.toLocaleString('en')} products (${seconds(start)})`)
  } finally {
    generations.close()
    await pool.end()
  }
}

const apiKey = (key: string | undefined) => (key === undefined ? {} : { apiKey: key })
const seconds = (start: number): string => `${((performance.now() - start) / 1_000).toFixed(1)} s`
const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Every two seconds at most, and the end of each step. */
function printer() {
  let last = 0
  return ({ step, done, of }: { step: string; done: number; of: number }): void => {
    if (done < of && Date.now() - last < 2_000) return
    last = Date.now()
    print(`  products ${step}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`)
  }
}

reindex().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exitCode = 1
})
