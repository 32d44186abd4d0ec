import { quantile } from '../harness/figures'
import { createHttpClient } from '../harness/http-client'
import { closedLoopOf } from '../harness/load'
import { openLoop } from '../harness/open-loop'
import { say } from '../harness/report'

const RATES_PER_S = [50, 100, 150, 200, 300, 400, 600]
const P99_MS_MAX = 50
/** Until a web server that has just started has its compilers settled: it answers late and without profiles before. */
const WARM_ANSWERS = 1_000

/** Cookies of so many visitors who said that they may be recognised: the shop makes them. */
export async function visitorsOf(address: string, count: number): Promise<readonly string[]> {
  const client = createHttpClient(address, 8)
  const cookies: string[] = []
  try {
    while (cookies.length < count) {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => client.mutate('shop.privacy.decide', { isPersonal: true })),
      )
      for (const answer of answers) {
        const cookie = answer.cookies.find((one) => one.startsWith('selvedge_visitor='))?.split(';')[0]
        if (cookie === undefined) throw new Error(`no visitor was made: ${answer.status} ${answer.body.slice(0, 200)}`)
        cookies.push(cookie)
      }
    }
  } finally {
    client.close()
  }
  return cookies
}

/** The highest of a ladder of rates at which the feed's p99 stays below 50 ms, through HTTP and tRPC. */
export async function measureHttp(
  address: string,
  cookies: readonly string[],
  seconds: number,
): Promise<Record<string, number>> {
  const client = createHttpClient(address, 256)
  const metrics: Record<string, number> = { http_highest_per_s: 0 }
  const feed = (n: number) => client.query('shop.feed', { length: 24 }, cookies[(n * 7_919) % cookies.length])
  try {
    await closedLoopOf(4, WARM_ANSWERS, feed)
    for (const perS of RATES_PER_S) {
      let refused = 0
      const arrivals = await openLoop({ perS, seconds, warmS: 2 }, async (n) => {
        const answer = await feed(n)
        if (answer.status !== 200 || !answer.body.includes('"isPersonal":true')) refused += 1
      })
      const latencies = arrivals.map(({ latencyMs }) => latencyMs)
      const p99 = quantile(latencies, 0.99)
      say(`${perS} feeds/s over HTTP: p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`)
      metrics[`http_${perS}_per_s_p99_ms`] = p99
      if (refused > 0) metrics[`http_${perS}_per_s_refused_or_impersonal`] = refused
      if (refused > 0 || p99 >= P99_MS_MAX) break
      metrics.http_highest_per_s = perS
      metrics.http_p50_ms = quantile(latencies, 0.5)
      metrics.http_p99_ms = p99
    }
  } finally {
    client.close()
  }
  return metrics
}
