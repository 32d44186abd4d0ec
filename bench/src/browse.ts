import { filterCombinations } from './browse/filter-combinations'
import { answerOf, createHttpClient, type HttpClient } from './harness/http-client'
import { closedLoop, closedLoopOf, type LoadResult } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withShop } from './harness/own-shop'
import { report, say } from './harness/report'
import { startStockChanges } from './harness/stock-changes'
import { createZipf } from './harness/zipf'

const CONNECTIONS = 16
const COMBINATIONS = 1_000
const STALE_MS = 1_000

const countsOf = async (client: HttpClient, gauge: string): Promise<Record<string, number>> => {
  const { body } = await client.get('/metrics')
  const found = [...body.matchAll(new RegExp(`${gauge}\\{outcome="(\\w+)"[^}]*\\} (\\d+)`, 'g'))]
  return Object.fromEntries(found.map(([, outcome, count]) => [outcome, Number(count)]))
}

/** Listing, product and pages of a shop of 5,000 products x 6 variants over HTTP while stock changes 20 times a second. */
export const browse = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 5 : 20)
  const metrics: Record<string, number> = {}
  await withShop(quick ? 1_000 : 5_000, async ({ address, databaseUrl }) => {
    const client = createHttpClient(address, CONNECTIONS)
    const combinations = await filterCombinations(client, COMBINATIONS)
    const changes = await startStockChanges(databaseUrl, 20)
    const put = (name: string, run: LoadResult): void => {
      say(
        `${name.padEnd(16)} ${run.perS.toFixed(0).padStart(6)} req/s   p50 ${run.p50Ms.toFixed(1)} ms   p99 ${run.p99Ms.toFixed(1)} ms   (${run.done} requests)`,
      )
      metrics[`${name}_per_s`] = run.perS
      metrics[`${name}_p50_ms`] = run.p50Ms
      metrics[`${name}_p99_ms`] = run.p99Ms
    }
    let stalest = 0
    let stale = 0
    const listing = async (n: number): Promise<void> => {
      const answer = await client.query('shop.listing', combinations[n])
      if (answer.status !== 200) throw new Error(`listing answered ${answer.status}: ${answer.body.slice(0, 200)}`)
      const asOf = Number(/"stockAsOfMs":(\d+)/.exec(answer.body)?.[1] ?? 0)
      const age = Date.now() - asOf
      stalest = Math.max(stalest, age)
      if (age > STALE_MS) stale += 1
    }

    put('listing_cold', await closedLoopOf(CONNECTIONS, COMBINATIONS, listing))
    const zipf = createZipf(COMBINATIONS)
    const before = await countsOf(client, 'selvedge_search_cache_lookups')
    put('listing_warm', await closedLoop(CONNECTIONS, runS, () => listing(zipf())))
    const after = await countsOf(client, 'selvedge_search_cache_lookups')
    const count = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
    const looked = count('hits') + count('stale') + count('misses')
    metrics.listing_cache_hit_ratio = looked === 0 ? 0 : (count('hits') + count('stale')) / looked
    metrics.listing_stalest_ms = stalest
    say(
      `cache hit rate ${(100 * metrics.listing_cache_hit_ratio).toFixed(1)} %, oldest stock ${stalest} ms, answers older than a second: ${stale}`,
    )

    const slugs = (await Promise.all([1, 2, 3, 4, 5].map((page) => client.query('shop.listing', { page })))).flatMap(
      (answer) => answerOf<{ cards: { slug: string }[] }>(answer).cards.map((card) => card.slug),
    )
    const anySlug = () => slugs[Math.floor(Math.random() * slugs.length)] ?? ''
    const page = async (path: string, cookie?: string): Promise<void> => {
      const answer = await client.get(path, cookie)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    }
    put(
      'product',
      await closedLoop(
        CONNECTIONS,
        runS / 2,
        async () => void answerOf(await client.query('shop.product', { slug: anySlug() })),
      ),
    )
    put('home_html', await closedLoop(CONNECTIONS, runS / 2, () => page('/')))
    // Whoever is known by a cookie has a home page of their own, made for each request.
    put('home_own_html', await closedLoop(CONNECTIONS, runS / 2, () => page('/', 'selvedge_consent=personal')))
    put('listing_html', await closedLoop(CONNECTIONS, runS / 2, () => page('/shop')))
    put('product_html', await closedLoop(CONNECTIONS, runS / 2, () => page(`/p/${anySlug()}`)))
    const pages = await countsOf(client, 'selvedge_pages')
    say(
      `pages remembered ${pages.remembered}, shared ${pages.shared}, made ${pages.made}; ${changes.changes()} stock changes meanwhile`,
    )
    await changes.stop()
    client.close()
    if (stale > 0) throw new Error(`${stale} answers carried stock older than ${STALE_MS} ms`)
  })
  report('browse', metrics, {})
}
