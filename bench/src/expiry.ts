import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { createPool, createStockEngine } from '@selvedge/db'
import { identify, stopProcess } from '@selvedge/stack'
import type pg from 'pg'
import { closedLoopOf } from './harness/load'
import type { BenchOptions } from './harness/options'
import { withShop } from './harness/own-shop'
import { report, say } from './harness/report'

const LEAD_MS = 25_000
const SPREAD_MS = 10_000
const PATIENCE_MS = 60_000
/** What is promised of the ninety-nine hundredth: with the scheduler, and with the worker's sweeper alone. */
const LIMITS_MS = { with_inngest: 2_000, without_inngest: 5_000 } as const
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const LAG = `SELECT count(*)::int AS expired,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - expires_at) * 1000) AS p50,
    percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - expires_at) * 1000) AS p99,
    (max(extract(epoch FROM resolved_at - expires_at)) * 1000)::float8 AS max
  FROM reservation WHERE state = 'expired' AND shopper_id = $1`

type Lag = { readonly expired: number; readonly p50: number; readonly p99: number; readonly max: number }

/** How late they were, once the last is in the ledger: a shop far behind is measured, not given up on at once. */
const whenAllExpired = async (pool: pg.Pool, name: string, holds: number): Promise<Lag | undefined> => {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await pool.query<Lag>(LAG, [name])
    const lag = rows[0]
    if (lag?.expired === holds || Date.now() > until) return lag
    await pause(500)
  }
}

/** Takes holds that all end within ten seconds of one another and measures how late the ledger's expiry is. */
const round = async (
  pool: pg.Pool,
  holds: number,
  name: string,
): Promise<{ p50: number; p99: number; max: number }> => {
  const engine = createStockEngine({ pool })
  const { rows } = await pool.query<{ variant_id: number }>(
    `SELECT variant_id FROM stock_level l JOIN location p ON p.id = l.location_id AND p.sells_online AND p.kind = 'warehouse'
    GROUP BY variant_id HAVING sum(on_hand - allocated - reserved - unavailable - safety_stock) >= 30`,
  )
  if (rows.length * 20 < holds) throw new Error(`${rows.length} SKUs are too few for ${holds} holds`)
  const endsAt = Date.now() + LEAD_MS
  const taken = await closedLoopOf(64, holds, async (n) => {
    const ttlMs = Math.max(1_000, Math.round(endsAt + (n / holds) * SPREAD_MS - Date.now()))
    const policy = { ...DEFAULT_HOLD_POLICY, ttlMs, heatPerMille: 1_000, holderSharePerMille: 1_000 }
    const answer = await engine.execute({
      kind: 'hold',
      purpose: 'bag',
      policy,
      origin: { actor: 'guest:bench', correlationId: 'bench' },
      holder: { cartId: randomUUID(), shopperId: name },
      lines: [{ reservationId: randomUUID(), variantId: rows[n % rows.length]?.variant_id ?? 0, units: 1 }],
    })
    if (!answer.ok) throw new Error(answer.error.code)
  })
  say(
    `${holds} holds taken at ${taken.perS.toFixed(0)}/s; they end from ${((endsAt - Date.now()) / 1_000).toFixed(0)} s from now on, within 10 s`,
  )
  await pause(Math.max(0, endsAt + SPREAD_MS - Date.now()))
  const found = await whenAllExpired(pool, name, holds)
  await engine.close()
  if (!found || found.expired !== holds) throw new Error(`${found?.expired} of ${holds} holds have expired`)
  say(`${name}: lag p50 ${found.p50.toFixed(0)} ms, p99 ${found.p99.toFixed(0)} ms, max ${found.max.toFixed(0)} ms`)
  return found
}

/** How long after its end a hold's expiry is in the ledger: with the scheduler, and with the scheduler killed. */
export const expiry = async ({ quick }: BenchOptions): Promise<void> => {
  const holds = quick ? 1_000 : 10_000
  const metrics: Record<string, number> = { holds }
  await withShop(800, async ({ databaseUrl, stack }) => {
    const pool = createPool(databaseUrl, { max: 16, applicationName: 'bench' })
    const put = (name: string, lag: { p50: number; p99: number; max: number }): void => {
      metrics[`${name}_p50_ms`] = lag.p50
      metrics[`${name}_p99_ms`] = lag.p99
      metrics[`${name}_max_ms`] = lag.max
    }
    put('with_inngest', await round(pool, holds, 'with-inngest'))
    const inngest = stack.processes.inngest
    if (inngest && identify(inngest.pid)) await stopProcess(inngest, 'SIGKILL', 5_000)
    put('without_inngest', await round(pool, holds, 'without-inngest'))
    await pool.end()
  })
  report('expiry', metrics, {})
  const missed = Object.entries(LIMITS_MS).filter(([name, limit]) => !((metrics[`${name}_p99_ms`] ?? Infinity) < limit))
  if (missed.length > 0) throw new Error(`p99 over its limit: ${missed.map(missedWords(metrics)).join(', ')}`)
}

const missedWords =
  (metrics: Readonly<Record<string, number>>) =>
  ([name, limit]: readonly [string, number]): string =>
    `${name} ${metrics[`${name}_p99_ms`]?.toFixed(0)} of ${limit} ms`
