import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { cloneRoot, type RunningStack, startStack, wipeStack } from '@selvedge/stack'
import { projectStock } from './feed/stock-projection'
import type { BenchOptions } from './harness/options'
import { report, say } from './harness/report'
import { shopServersEnv, startServer, stopServer, untilAnswering } from './harness/shop-servers'
import { step } from './harness/step'
import { furnish, remember } from './recs-serve/furnish'
import { measureEngine } from './recs-serve/measure-engine'
import { measureHttp, visitorsOf } from './recs-serve/over-http'

const SHOP = { products: 20_000, visits: 20_000, shoppers: 10_000 }
const SMALL = { products: 4_000, visits: 4_000, shoppers: 2_000 }

/**
 * A personal feed over 20,000 products for 10,000 shoppers: profile read from Redis, what cannot be bought left out,
 * ranked by rules and with reasons, nothing cached. First the engine in two serving processes beside this load, then
 * the whole way through HTTP and tRPC, in the shop's own web server. Stock is kept up throughout, as a worker does it.
 */
export const recsServe = async ({ quick, seconds = quick ? 10 : 60 }: BenchOptions): Promise<void> => {
  const size = quick ? SMALL : SHOP
  const dir = join(cloneRoot(), '.selvedge', 'bench-feed')
  await wipeStack(dir)
  const stack = await startStack({ dir, given: {} })
  try {
    say(`a shop for ${size.shoppers} shoppers:`)
    await furnish(stack.urls, size)
    const projection = await step('stock projected', () => projectStock(stack.urls))
    try {
      const visitors = Array.from({ length: size.shoppers }, () => randomUUID())
      await remember(stack.urls, visitors)
      const engine = await measureEngine(stack.urls, visitors, seconds)
      const http = await measureShop(stack, dir, Math.max(5, seconds / 6))
      report('recs-serve', { ...engine, ...http }, {})
    } finally {
      await projection.stop()
    }
  } finally {
    await stack.stop()
  }
}

/** The shop's web server from the build, for visitors whom it made itself: their cookies are what a browser would send. */
async function measureShop(stack: RunningStack, dir: string, seconds: number): Promise<Record<string, number>> {
  const env = await shopServersEnv(stack.urls, {})
  const web = startServer('web', env, dir)
  try {
    const address = `http://127.0.0.1:${env.PORT}`
    await step('web server started', () => untilAnswering(address, web))
    const cookies = await visitorsOf(address, 1_000)
    await remember(
      stack.urls,
      cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf('.'))),
    )
    return await measureHttp(address, cookies, seconds)
  } finally {
    await stopServer(web)
  }
}
