import type { FeedUrls } from '../feed/open-engine'
import { quantile } from '../harness/figures'
import { closedLoopOf } from '../harness/load'
import { openLoop } from '../harness/open-loop'
import { say } from '../harness/report'
import { step } from '../harness/step'
import type { Answered } from './messages'
import { type Serving, startServing } from './serving-processes'

const COPIES = 2
const PER_S = 1_000
/** Rates before it, shorter: they tell what a machine that does not reach it can do. */
const EARLIER_PER_S = [250, 500, 750]
/** Until the compiler has settled in every process: a server that takes traffic has been answering for a while. */
const WARM_ANSWERS = 6_000
const WARM_AT_ONCE = 8
const WARM_S = 5
const P90_MS_MAX = 7

/** Feeds at a thousand a second from two serving processes beside this load: latencies from the schedule, cost by stage. */
export async function measureEngine(
  urls: FeedUrls,
  visitors: readonly string[],
  seconds: number,
): Promise<Record<string, number>> {
  const serving = await step(`${COPIES} serving processes started`, () => startServing(COPIES, urls))
  try {
    const metrics: Record<string, number> = { engine_highest_per_s: 0 }
    await step(`warmed by ${WARM_ANSWERS} answers`, () =>
      closedLoopOf(WARM_AT_ONCE, WARM_ANSWERS, async (n) => {
        await serving.ask(n, visitors[n % visitors.length] ?? '')
      }),
    )
    for (const perS of EARLIER_PER_S) {
      const { p90, cpuMs } = await measureRate(serving, visitors, perS, Math.max(5, seconds / 6))
      metrics[`engine_${perS}_per_s_p90_ms`] = p90
      metrics[`engine_${perS}_per_s_cpu_per_answer_ms`] = cpuMs
      if (p90 < P90_MS_MAX) metrics.engine_highest_per_s = perS
    }
    const { p50, p90, p99, cpuMs, loadCpuMs, withoutEngine, withoutProfile, answers } = await measureRate(
      serving,
      visitors,
      PER_S,
      seconds,
    )
    if (p90 < P90_MS_MAX) metrics.engine_highest_per_s = PER_S
    const stage = (of: (answer: Answered) => number): number => quantile(answers.map(of), 0.5)
    return {
      ...metrics,
      engine_per_s: PER_S,
      engine_p50_ms: p50,
      engine_p90_ms: p90,
      engine_p99_ms: p99,
      engine_cpu_per_answer_ms: cpuMs,
      load_cpu_per_answer_ms: loadCpuMs,
      answers_without_engine: withoutEngine,
      answers_without_profile: withoutProfile,
      stage_profile_read_p50_ms: stage(({ profileMs }) => profileMs),
      stage_profile_view_p50_ms: stage(({ viewMs }) => viewMs),
      stage_choose_p50_ms: stage(({ engineMs }) => engineMs),
      start_with_models_ms: Math.max(...serving.ready.map(({ startMs }) => startMs)),
      serving_process_mb: Math.max(...serving.ready.map(({ rssMb }) => rssMb)),
      of_it_engine_mb: Math.max(...serving.ready.map(({ engineMb }) => engineMb)),
    }
  } finally {
    await serving.stop()
  }
}

async function measureRate(serving: Serving, visitors: readonly string[], perS: number, seconds: number) {
  const answers: Answered[] = []
  const at = (n: number): string => visitors[(n * 7_919) % visitors.length] ?? ''
  const [cpuBefore, ownBefore] = [await serving.cpuMs(), process.cpuUsage()]
  const arrivals = await openLoop({ perS, seconds, warmS: WARM_S }, async (n) => {
    const answer = await serving.ask(n, at(n))
    if (n >= perS * WARM_S) answers.push(answer)
  })
  const asked = perS * (seconds + WARM_S)
  const own = process.cpuUsage(ownBefore)
  const latencies = arrivals.map(({ latencyMs }) => latencyMs)
  const figures = {
    p50: quantile(latencies, 0.5),
    p90: quantile(latencies, 0.9),
    p99: quantile(latencies, 0.99),
    cpuMs: ((await serving.cpuMs()) - cpuBefore) / asked,
    loadCpuMs: (own.user + own.system) / 1_000 / asked,
    withoutEngine: answers.filter(({ products }) => products === 0).length,
    withoutProfile: answers.filter(({ isPersonal }) => !isPersonal).length,
    answers,
  }
  say(
    `${perS}/s for ${seconds} s: p50 ${figures.p50.toFixed(1)} ms, p90 ${figures.p90.toFixed(1)} ms; ${figures.cpuMs.toFixed(2)} ms of processor an answer`,
  )
  return figures
}
