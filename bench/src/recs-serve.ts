import { randomUUID } from 'node:crypto'
import { createPool, createSignalFactsReader } from '@selvedge/db'
import { behaviourKeys, createProfileStore, createRedis, DEFAULT_REDIS_PREFIX, untilConnected } from '@selvedge/infra'
import { inherited } from './env'
import { quantile } from './harness/figures'
import { openLoop } from './harness/open-loop'
import type { BenchOptions } from './harness/options'
import { type BenchShop, runTool, withShop } from './harness/own-shop'
import { report, say } from './harness/report'
import { measureHttp, visitorsOf } from './recs-serve/over-http'
import { type Answered, startServing } from './recs-serve/serving-processes'
import { giveHistories, writeVisits } from './recs-serve/shoppers'

const PRODUCTS = 20_000
const SHOPPERS = 10_000
const VISITS = 20_000
const COPIES = 2
const PER_S = 1_000
const WARM_S = 5

/**
 * A personal feed over 20,000 products for 10,000 shoppers: profile read from Redis, what cannot be bought left out,
 * ranked by rules and with reasons, nothing cached. First the engine in two serving processes beside this load, then
 * the whole way through HTTP and tRPC. The shop's own web and worker run beside it throughout.
 */
export const recsServe = async ({ quick, seconds = quick ? 10 : 60 }: BenchOptions): Promise<void> => {
  await withShop(PRODUCTS, async (shop) => {
    const visitors = Array.from({ length: SHOPPERS }, () => randomUUID())
    await furnish(shop, visitors)
    const engine = await measureEngine(shop, visitors, seconds)
    const http = await measureHttp(shop.address, await knownVisitors(shop), Math.max(5, seconds / 6))
    report('recs-serve', { ...engine, ...http }, {})
  })
}

/** Past visits, models trained on them, and a history for each shopper. */
async function furnish({ databaseUrl, stack }: BenchShop, visitors: readonly string[]): Promise<void> {
  say(`training on ${VISITS} visits, histories for ${visitors.length} shoppers`)
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'bench', statementTimeoutMs: 300_000 })
  try {
    await writeVisits(pool, VISITS, PRODUCTS)
    await runTool('packages/db/src/recs/train-cli.ts', { ...inherited(), ...stack.urls })
    await withProfiles(stack.urls.REDIS_URL, pool, (apply) => giveHistories(pool, apply, visitors))
  } finally {
    await pool.end()
  }
}

type Apply = ReturnType<typeof createProfileStore>['apply']

async function withProfiles(
  url: string,
  pool: ReturnType<typeof createPool>,
  work: (apply: Apply) => Promise<void>,
): Promise<void> {
  const redis = createRedis({ url, name: 'bench', onFault: () => undefined })
  try {
    await untilConnected(redis, 10_000)
    const facts = createSignalFactsReader({ pool, nowMs: Date.now })
    const keys = behaviourKeys(DEFAULT_REDIS_PREFIX)
    await work(createProfileStore({ redis, keys, facts, nowMs: Date.now }).apply)
  } finally {
    redis.disconnect()
  }
}

/** Visitors whom the shop itself made, with a history each: their cookies are what a browser would send. */
async function knownVisitors({ address, databaseUrl, stack }: BenchShop): Promise<readonly string[]> {
  const cookies = await visitorsOf(address, 1_000)
  const pool = createPool(databaseUrl, { max: 1, applicationName: 'bench' })
  const ids = cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf('.')))
  await withProfiles(stack.urls.REDIS_URL, pool, (apply) => giveHistories(pool, apply, ids))
  await pool.end()
  return cookies
}

async function measureEngine(
  { stack }: BenchShop,
  visitors: readonly string[],
  seconds: number,
): Promise<Record<string, number>> {
  const serving = await startServing(COPIES, stack.urls)
  try {
    const answers: Answered[] = []
    const at = (n: number): string => visitors[(n * 7_919) % visitors.length] ?? ''
    const arrivals = await openLoop({ perS: PER_S, seconds, warmS: WARM_S }, async (n) => {
      const answer = await serving.ask(n, at(n))
      if (answer.products === 0) throw new Error('an answer was empty')
      if (n >= PER_S * WARM_S) answers.push(answer)
    })
    const latencies = arrivals.map(({ latencyMs }) => latencyMs)
    const stage = (of: (answer: Answered) => number): number => quantile(answers.map(of), 0.5)
    const metrics = {
      engine_per_s: PER_S,
      engine_p50_ms: quantile(latencies, 0.5),
      engine_p90_ms: quantile(latencies, 0.9),
      engine_p99_ms: quantile(latencies, 0.99),
      stage_profile_read_p50_ms: stage(({ profileMs }) => profileMs),
      stage_profile_view_p50_ms: stage(({ viewMs }) => viewMs),
      stage_choose_p50_ms: stage(({ engineMs }) => engineMs),
      start_with_models_ms: Math.max(...serving.ready.map(({ startMs }) => startMs)),
      serving_process_mb: Math.max(...serving.ready.map(({ rssMb }) => rssMb)),
      of_it_engine_mb: Math.max(...serving.ready.map(({ engineMb }) => engineMb)),
    }
    say(
      `${PER_S}/s for ${seconds} s: p50 ${metrics.engine_p50_ms.toFixed(1)} ms, p90 ${metrics.engine_p90_ms.toFixed(1)} ms; choosing takes ${metrics.stage_choose_p50_ms.toFixed(2)} ms`,
    )
    return metrics
  } finally {
    await serving.stop()
  }
}
