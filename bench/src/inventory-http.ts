import { randomUUID } from 'node:crypto'
import { createPool, createStockEngine, verifyLedger } from '@selvedge/db'
import { answerOf, createHttpClient } from './harness/http-client'
import { closedLoop, type LoadResult } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withShop } from './harness/own-shop'
import { report, say } from './harness/report'
import { type StockedSku, stockUp } from './harness/stock-up'
import { hold } from './inventory/holders'

const SKUS = 1_000
const HOLDERS = 64

const anyOf = (skus: readonly StockedSku[]): StockedSku => {
  const sku = skus[Math.floor(Math.random() * skus.length)]
  if (!sku) throw new Error('there is nothing to hold')
  return sku
}

const line = (layer: string, run: LoadResult): void =>
  say(
    `  ${layer.padEnd(30)} ${run.perS.toFixed(0).padStart(6)}/s   p50 ${run.p50Ms.toFixed(1)} ms   p99 ${run.p99Ms.toFixed(1)} ms`,
  )

/**
 * What each layer adds to a hold, on one SKU and over 1,000: an empty procedure through HTTP and tRPC, the domain layer
 * alone, and the whole of "put in the bag" as a new guest does it (bag, hold and the bag read back).
 */
export const inventoryHttp = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 2 : 6)
  const metrics: Record<string, number> = {}
  const baseline: Record<string, number> = {}
  await withShop(400, async ({ address, databaseUrl }) => {
    const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench' })
    const engine = createStockEngine({ pool })
    const skus = await stockUp(pool, SKUS)
    const client = createHttpClient(address, HOLDERS)
    const empty = async () => {
      answerOf(await client.query('shop.bag.get', undefined))
    }
    await closedLoop(HOLDERS, 1, empty)
    const transport = await closedLoop(HOLDERS, runS / 2, empty)
    line('HTTP and tRPC, an empty bag', transport)
    metrics.transport_per_s = transport.perS
    metrics.transport_p99_ms = transport.p99Ms
    for (const [name, among] of [
      ['one_sku', skus.slice(0, 1)],
      ['wide', skus],
    ] as const) {
      say(`${among.length} SKUs, ${HOLDERS} holders`)
      const add = async () => {
        answerOf(await client.mutate('shop.bag.add', { requestId: randomUUID(), sku: anyOf(among).sku, quantity: 1 }))
      }
      await closedLoop(HOLDERS, 1, add)
      const domain = await closedLoop(HOLDERS, runS, () => hold(engine, [anyOf(among).variantId]))
      line('domain layer', domain)
      const http = await closedLoop(HOLDERS, runS, add)
      line('put in the bag over HTTP', http)
      metrics[`http_${name}_per_s`] = http.perS
      metrics[`http_${name}_p50_ms`] = http.p50Ms
      metrics[`http_${name}_p99_ms`] = http.p99Ms
      metrics[`http_${name}_ratio_vs_domain`] = http.perS / domain.perS
      baseline[`domain_${name}_per_s`] = domain.perS
      baseline[`domain_${name}_p99_ms`] = domain.p99Ms
    }
    await engine.close()
    const findings = await verifyLedger(pool)
    if (findings.length > 0) throw new Error(`level and ledger disagree: ${JSON.stringify(findings.slice(0, 3))}`)
    say('level = fold of the ledger on every record')
    client.close()
    await pool.end()
  })
  report('inventory-http', metrics, baseline)
}
