import { randomUUID } from 'node:crypto'
import { createPool, verifyLedger } from '@selvedge/db'
import { answerOf, createHttpClient, type HttpClient } from './harness/http-client'
import { closedLoop } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withShop } from './harness/own-shop'
import { report, say } from './harness/report'
import { stockUp } from './harness/stock-up'

const SHOPPERS = 16
const WARM_S = 6

const ADDRESS = { name: 'Bench Buyer', line1: 'Weversstraat 1', city: 'Rotterdam', postcode: '3011 AB', country: 'NL' }

type Timed = { addMs: number; placeMs: number }

/** One guest's whole way: into the bag with a hold, the total, the order paid and confirmed. */
const buy = async (client: HttpClient, sku: string): Promise<Timed> => {
  const startedAt = performance.now()
  const added = await client.mutate('shop.bag.add', { requestId: randomUUID(), sku, quantity: 1 })
  const bag = answerOf<{ lines: { hold: { state: string } }[] }>(added)
  const addMs = performance.now() - startedAt
  if (bag.lines[0]?.hold.state !== 'held') throw new Error(`the bag has no hold: ${added.body.slice(0, 300)}`)
  const cookie = added.cookies.map((value) => value.split(';', 1)[0]).join('; ')
  const quote = answerOf<{ totalMinor: number }>(
    await client.query('shop.checkout.quote', { shippingMethod: 'standard' }, cookie),
  )
  const order = {
    orderId: randomUUID(),
    email: 'bench@selvedge.example',
    address: ADDRESS,
    shippingMethod: 'standard',
    paymentMethod: 'card-approve',
    expectedTotalMinor: quote.totalMinor,
  }
  const placedAt = performance.now()
  const placed = await client.mutate('shop.checkout.place', order, cookie)
  const { order: view, ...rest } = answerOf<{ order?: { state: string }; state?: string }>(placed)
  const state = view?.state ?? rest.state
  if (state !== 'confirmed') throw new Error(`the order is ${state}: ${placed.body.slice(0, 300)}`)
  return { addMs, placeMs: performance.now() - placedAt }
}

const allocatedUnits = async (pool: ReturnType<typeof createPool>): Promise<number> => {
  const { rows } = await pool.query<{ units: number }>(
    'SELECT coalesce(sum(allocated), 0)::int AS units FROM stock_level',
  )
  return rows[0]?.units ?? 0
}

/** Complete checkouts a second through HTTP: 16 guests over 50 SKUs, then all on one; adds to the bag alone; none oversold. */
export const checkout = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 4 : 15)
  const metrics: Record<string, number> = {}
  await withShop(200, async ({ address, databaseUrl }) => {
    const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench' })
    const skus = (await stockUp(pool, 50)).map(({ sku }) => sku)
    // The catalogue comes with orders that have not left yet.
    const openBefore = await allocatedUnits(pool)
    const client = createHttpClient(address, SHOPPERS)
    const one = skus[0] ?? ''
    const any = () => skus[Math.floor(Math.random() * skus.length)] ?? one
    // Until the compilers of web and worker have settled: a shop that sells has been up for longer than a second.
    await closedLoop(SHOPPERS, WARM_S, () => buy(client, any()))
    for (const [name, pick] of [
      ['over_50_skus', any],
      ['on_one_sku', () => one],
    ] as const) {
      const run = await closedLoop(SHOPPERS, runS, () => buy(client, pick()))
      metrics[`checkouts_${name}_per_s`] = run.perS
      metrics[`checkouts_${name}_p50_ms`] = run.p50Ms
      metrics[`checkouts_${name}_p99_ms`] = run.p99Ms
      say(
        `${name.padEnd(14)} ${run.perS.toFixed(1)} checkouts/s   p50 ${run.p50Ms.toFixed(0)} ms   p99 ${run.p99Ms.toFixed(0)} ms   (${run.done})`,
      )
    }
    const adds = await closedLoop(SHOPPERS, runS / 2, async () => {
      answerOf(await client.mutate('shop.bag.add', { requestId: randomUUID(), sku: any(), quantity: 1 }))
    })
    metrics.adds_per_s = adds.perS
    metrics.adds_p99_ms = adds.p99Ms
    say(`add to bag     ${adds.perS.toFixed(0)}/s   p50 ${adds.p50Ms.toFixed(1)} ms   p99 ${adds.p99Ms.toFixed(1)} ms`)
    const findings = await verifyLedger(pool)
    if (findings.length > 0) throw new Error(`level and ledger disagree: ${JSON.stringify(findings.slice(0, 3))}`)
    const { rows } = await pool.query<{ orders: string; captured: string; sold: string }>(
      `SELECT (SELECT count(*) FROM orders WHERE state = 'confirmed' AND email = 'bench@selvedge.example') AS orders,
        (SELECT count(*) FROM payment p JOIN orders o ON o.id = p.order_id WHERE p.state = 'captured' AND o.email = 'bench@selvedge.example') AS captured,
        (SELECT coalesce(sum(l.quantity), 0) FROM order_line l JOIN orders o ON o.id = l.order_id WHERE o.email = 'bench@selvedge.example' AND o.state = 'confirmed') AS sold`,
    )
    const sums = rows[0]
    const allocated = (await allocatedUnits(pool)) - openBefore
    say(
      `confirmed ${sums?.orders}, captured ${sums?.captured}, units sold ${sums?.sold}, allocated ${allocated}; level = fold of the ledger`,
    )
    if (!sums || sums.orders !== sums.captured || Number(sums.sold) !== allocated)
      throw new Error('orders, payments and stock do not agree')
    client.close()
    await pool.end()
  })
  report('checkout', metrics, {})
}
