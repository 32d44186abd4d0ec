import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type PersonKey, type RecordedSignal, visitorKey } from '@selvedge/core'
import { createPool, createSignalFactsReader } from '@selvedge/db'
import { seedDatabase } from '@selvedge/db/seed'
import { behaviourKeys, createBehaviourSink, createProfileStore, createRedis, untilConnected } from '@selvedge/infra'
import { cloneRoot } from '@selvedge/stack'
import { inherited } from './env'
import { quantile } from './harness/figures'
import type { BenchOptions } from './harness/options'
import { withStack } from './harness/own-stack'
import { report, say } from './harness/report'

const RATE_PER_S = 2_000
const PEOPLE = 5_000
const TICK_MS = 50
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

/** On a busy machine a command may time out: asked again it does nothing twice, an id counts once. */
const surely = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work()
    } catch {
      await pause(20)
    }
  }
}

const startWorker = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', join('src', 'behaviour', 'consume-alone.ts')], {
    cwd: join(cloneRoot(), 'apps', 'worker'),
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const look = (person: PersonKey, n: number): RecordedSignal => {
  const atMs = Date.now()
  return {
    eventId: randomUUID(),
    person,
    sequence: n,
    occurredAtMs: atMs,
    receivedAtMs: atMs,
    signal: { kind: 'view', productId: 1 + (n % 200) },
  }
}

/**
 * Shoppers' signals through the real stream into profile and log: 2,000 a second while the consumer is killed and
 * started again, every one found exactly once; then how long a tap takes until it is in the profile that is read.
 */
export const behaviour = async ({ quick, seconds = quick ? 8 : 30 }: BenchOptions): Promise<void> => {
  const metrics: Record<string, number> = {}
  await withStack(['postgres', 'redis'], async (stack, databaseUrl) => {
    const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench' })
    await seedDatabase(pool, { products: 200, seed: 7, grid: { colours: 2, sizes: 3 } })
    await pool.query('TRUNCATE behaviour_event')
    const { REDIS_URL } = stack.urls
    const prefix = `bench-${randomUUID()}`
    const env = { DATABASE_URL: databaseUrl, REDIS_URL, REDIS_PREFIX: prefix }
    const redis = createRedis({ url: REDIS_URL, name: 'bench', onFault: () => undefined })
    await untilConnected(redis, 5_000)
    const keys = behaviourKeys(prefix)
    const sink = createBehaviourSink({ redis, keys })
    const facts = createSignalFactsReader({ pool, nowMs: Date.now })
    const profiles = createProfileStore({ redis, keys, facts, nowMs: Date.now })
    const people = Array.from({ length: PEOPLE }, () => visitorKey(randomUUID()))
    const drained = async (): Promise<void> => {
      while ((await surely(() => redis.xlen(keys.stream))) > 0) await pause(50)
    }

    let worker = startWorker(env)
    await surely(() => sink.record([look(visitorKey(randomUUID()), 0)]))
    await drained()

    const startedAt = performance.now()
    let sent = 0
    let killedAt = 0
    let backAt = 0
    while (performance.now() - startedAt < seconds * 1_000) {
      const due = Math.floor(((performance.now() - startedAt) / 1_000) * RATE_PER_S)
      const calls: Promise<unknown>[] = []
      for (; sent < due; sent += 10) {
        const person = people[sent % PEOPLE] ?? visitorKey('nobody')
        const signals = Array.from({ length: 10 }, (_, n) => look(person, sent + n))
        calls.push(surely(() => sink.record(signals)))
      }
      await Promise.all(calls)
      const elapsed = performance.now() - startedAt
      if (killedAt === 0 && elapsed > seconds * 300) {
        worker.kill('SIGKILL')
        killedAt = elapsed
      }
      if (killedAt > 0 && backAt === 0 && elapsed > killedAt + 1_000) {
        worker = startWorker(env)
        backAt = elapsed
      }
      await pause(TICK_MS)
    }
    const sendingS = (performance.now() - startedAt) / 1_000
    await drained()
    const allS = (performance.now() - startedAt) / 1_000
    const { rows } = await pool.query<{ logged: number }>(
      'SELECT count(DISTINCT event_id)::int AS logged FROM behaviour_event',
    )
    let inProfiles = 0
    for (const person of people) inProfiles += (await surely(() => profiles.read(person)))?.signals ?? 0
    metrics.sent = sent
    metrics.lost_in_log = sent + 1 - (rows[0]?.logged ?? 0)
    metrics.lost_or_doubled_in_profiles = Math.abs(sent - inProfiles)
    metrics.ingested_per_s = sent / sendingS
    metrics.drained_after_last_ms = (allS - sendingS) * 1_000
    say(`${sent} signals at ${metrics.ingested_per_s.toFixed(0)}/s over a killed consumer: ${metrics.lost_in_log} lost`)

    const taps = quick ? 100 : 400
    const took: number[] = []
    for (let n = 0; n < taps; n += 1) {
      const person = visitorKey(randomUUID())
      const at = performance.now()
      const signals = [look(person, 1)]
      await surely(() => sink.record(signals))
      while ((await surely(() => profiles.read(person))) === undefined) await pause(1)
      took.push(performance.now() - at)
      await pause(5)
    }
    metrics.tap_to_profile_p50_ms = quantile(took, 0.5)
    metrics.tap_to_profile_p99_ms = quantile(took, 0.99)
    say(
      `a tap is in the profile after ${metrics.tap_to_profile_p50_ms.toFixed(1)} ms (p50), p99 ${metrics.tap_to_profile_p99_ms.toFixed(1)} ms`,
    )
    worker.kill('SIGTERM')
    redis.disconnect()
    await pool.end()
  })
  report('behaviour', metrics, {})
}
