import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createPool, createStockEngine } from '@selvedge/db'
import type { LoadResult } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'
import { checkBooks } from './inventory/check-books'
import { insertSkus } from './inventory/stock-rows'

const PROCESSES = 4
const SKUS = 10_000
/** Sold to the last unit; not one of those held from in the wide run. */
const SCARCE = SKUS + 1
const UNITS = 1_000_000
const LAST_UNITS = 500

type Told = LoadResult & { lines: number; refused: number }

const startProcess = async (args: readonly string[]): Promise<{ go: () => Promise<Told> }> => {
  const file = fileURLToPath(new URL('./inventory/hold-in-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return {
    go: async () => {
      child.stdin.write('go\n')
      const { value } = await lines.next()
      if (typeof value !== 'string') throw new Error('a process ended without its figures')
      return JSON.parse(value) as Told
    },
  }
}

/** The same holds from four processes on one database: on one SKU, over 10,000, and for the last units of one. */
export const inventoryMulti = async ({ quick, seconds }: BenchOptions): Promise<void> => {
  const runS = seconds ?? (quick ? 1.5 : 4)
  const metrics: Record<string, number> = {}
  await withStack(['postgres'], async (_stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: 2, applicationName: 'bench' })
    await insertSkus(pool, SCARCE, UNITS)
    const engine = createStockEngine({ pool })
    const adjusted = await engine.execute({
      kind: 'adjust',
      variantId: SCARCE,
      recordId: SCARCE,
      delta: LAST_UNITS - UNITS,
      reason: 'correction',
      origin: { actor: 'bench', correlationId: 'bench' },
    })
    await engine.close()
    if (!adjusted.ok) throw new Error(adjusted.error.code)
    let acknowledged = 0
    for (const place of ['last', 'hot', 'wide'] as const) {
      const args = [databaseUrl, place, '64', String(place === 'last' ? Math.min(runS, 2) : runS), String(SKUS)]
      const processes = await Promise.all(Array.from({ length: PROCESSES }, () => startProcess(args)))
      const told = await Promise.all(processes.map(({ go }) => go()))
      const sum = (figure: (one: Told) => number): number => told.reduce((total, one) => total + figure(one), 0)
      const lines = sum((one) => one.lines)
      acknowledged += lines
      const p99Ms = Math.max(...told.map((one) => one.p99Ms))
      say(
        `${place.padEnd(5)} ${PROCESSES} processes x 64 holders: ${Math.round(sum((one) => one.perS))}/s, p99 ${p99Ms.toFixed(1)} ms, ${lines} lines granted`,
      )
      if (place === 'last') {
        metrics.oversold = Math.max(0, lines - LAST_UNITS)
        if (lines !== LAST_UNITS) throw new Error(`${lines} of ${LAST_UNITS} units were granted`)
      } else {
        metrics[`${place}_per_s`] = sum((one) => one.perS)
        metrics[`${place}_p99_ms`] = p99Ms
      }
    }
    await checkBooks(pool, acknowledged)
    await pool.end()
  })
  report('inventory-multi', metrics, {})
}
