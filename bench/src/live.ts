import { readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { createPool, createStockEngine } from '@selvedge/db'
import { quantile } from './harness/figures'
import type { BenchOptions } from './harness/options'
import { withShop } from './harness/own-shop'
import { report, say } from './harness/report'

const residentKb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const open = (address: string, sku: string, onData: (text: string) => void): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(
      `${address}/api/live?skus=${encodeURIComponent(sku)}`,
      { agent: false, headers: { accept: 'text/event-stream' } },
      (res) => {
        if (res.statusCode !== 200) return reject(new Error(`the live stream answered ${res.statusCode}`))
        res.setEncoding('utf8')
        res.on('data', onData)
        resolve(res)
      },
    ).on('error', reject)
  })

/** Many watchers of one SKU: from a change asked of the engine to the message at each watcher, and what a stream costs. */
export const live = async ({ quick }: BenchOptions): Promise<void> => {
  const watchers = quick ? 100 : 1_000
  const changes = quick ? 10 : 50
  const metrics: Record<string, number> = {}
  // The caps are per address; every watcher here comes from this one.
  await withShop(
    50,
    async ({ address, databaseUrl, webPid }) => {
      const pool = createPool(databaseUrl, { max: 2, applicationName: 'bench' })
      const engine = createStockEngine({ pool })
      const { rows } = await pool.query<{ record_id: number; variant_id: number; sku: string }>(
        `SELECT l.record_id, l.variant_id, v.sku FROM stock_level l JOIN location p ON p.id = l.location_id AND p.sells_online
      JOIN variant v ON v.id = l.variant_id WHERE l.on_hand > 3 LIMIT 1`,
      )
      const row = rows[0]
      if (!row) throw new Error('the shop has nothing to watch')
      await pause(2_000)
      const before = residentKb(webPid)
      let changedAt = 0
      const latencies: number[] = []
      const streams: IncomingMessage[] = []
      for (let n = 0; n < watchers; n += 1) {
        streams.push(
          await open(address, row.sku, (text) => {
            if (changedAt > 0 && text.includes('"type":"stock"')) latencies.push(performance.now() - changedAt)
          }),
        )
      }
      await pause(3_000)
      metrics.idle_stream_kb = (residentKb(webPid) - before) / watchers
      for (let n = 0; n < changes; n += 1) {
        changedAt = performance.now()
        const origin = { actor: 'bench', correlationId: 'bench' }
        await engine.execute({
          kind: 'adjust',
          variantId: row.variant_id,
          recordId: row.record_id,
          delta: 1,
          reason: 'correction',
          origin,
        })
        await pause(400)
      }
      metrics.watchers = watchers
      metrics.messages = latencies.length
      metrics.change_to_message_p50_ms = quantile(latencies, 0.5)
      metrics.change_to_message_p99_ms = quantile(latencies, 0.99)
      say(
        `${latencies.length} of ${watchers * changes} messages, p50 ${metrics.change_to_message_p50_ms.toFixed(0)} ms, p99 ${metrics.change_to_message_p99_ms.toFixed(0)} ms, ${metrics.idle_stream_kb.toFixed(1)} kB a stream`,
      )
      for (const stream of streams) stream.destroy()
      await engine.close()
      await pool.end()
    },
    { LIVE_STREAMS_PER_ADDRESS: '5000' },
  )
  report('live', metrics, {})
}
