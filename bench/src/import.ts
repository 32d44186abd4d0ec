import { randomUUID } from 'node:crypto'
import { createFileDesk, DEFAULT_FILE_LIMITS, type FileDesk } from '@selvedge/core'
import { createFileStore, createFileWork, createPool, createStockEngine } from '@selvedge/db'
import { backendTime } from './asof/backend-time'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'
import { insertImporters, shipmentFile } from './import/shipment-file'

const ROWS = 1_000_000
const QUICK_ROWS = 50_000
/** As the worker's durable function takes its steps. */
const BUDGET_MS = 10_000
const LOOK_MS = 250
const MB = 1_048_576

const jobOf = async (desk: FileDesk, fileId: string) => {
  const job = (await desk.jobs()).find(({ id }) => id === fileId)
  if (!job) throw new Error('the file is gone')
  return job
}

/** A supplier's file of a million rows of shipments: taken in, checked whole, applied, on the parts that the shop uses. */
export const importFile = async ({ quick }: BenchOptions): Promise<void> => {
  const rows = quick ? QUICK_ROWS : ROWS
  const metrics: Record<string, number> = { rows }
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench', statementTimeoutMs: 60_000 })
    await insertImporters(pool)
    const engine = createStockEngine({ pool })
    const work = createFileWork({ pool, engine })
    const desk = createFileDesk({
      store: createFileStore({ pool }),
      limits: DEFAULT_FILE_LIMITS,
      newId: randomUUID,
      locationId: async () => undefined,
    })
    let peak = 0
    const look = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, LOOK_MS)
    const phase = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      const [databaseBefore, oursBefore, startedAt] = [await backendTime(pool), process.cpuUsage(), performance.now()]
      peak = process.memoryUsage.rss()
      const answer = await act()
      const seconds = (performance.now() - startedAt) / 1_000
      const ours = process.cpuUsage(oursBefore)
      metrics[`${name}_rows_per_s`] = rows / seconds
      metrics[`${name}_processor_s`] = (ours.user + ours.system) / 1_000_000
      metrics[`${name}_database_processor_s`] = ((await backendTime(pool)) - databaseBefore) / 1_000
      metrics[`${name}_peak_mb`] = peak / MB
      say(`${name}: ${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ${(peak / MB).toFixed(0)} MB at most`)
      return answer
    }
    const advance = async (fileId: string): Promise<void> => {
      while ((await work.advance(fileId, BUDGET_MS)) === 'again') {
        const { doneRows } = await jobOf(desk, fileId)
        say(`  ${doneRows.toLocaleString('en')} rows`)
      }
    }
    const origin = { actor: 'staff:bench', correlationId: 'bench' }
    const expectedOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    const file = { kind: 'shipments', name: 'bench.csv', bytes: shipmentFile(rows, expectedOn) } as const
    const uploaded = await phase('upload', () => desk.upload(file, origin))
    if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.error))
    const { fileId } = uploaded.value
    await phase('check', () => advance(fileId))
    const checked = await jobOf(desk, fileId)
    if (checked.state !== 'ready' || checked.goodRows !== rows) throw new Error(JSON.stringify(checked))
    const approved = await desk.apply(fileId, false)
    if (!approved.ok) throw new Error(JSON.stringify(approved.error))
    await phase('apply', () => advance(fileId))
    const { doneRows, changedRows, state } = await jobOf(desk, fileId)
    if (state !== 'done' || doneRows !== rows || changedRows !== rows) throw new Error(`${state}: ${doneRows} rows`)
    clearInterval(look)
    const { rows: lines } = await pool.query<{ lines: number }>(
      'SELECT count(*)::int AS lines FROM inbound_shipment_line',
    )
    metrics.shipment_lines = lines[0]?.lines ?? 0
    await engine.close()
    await pool.end()
  })
  report('import', metrics, {})
}
