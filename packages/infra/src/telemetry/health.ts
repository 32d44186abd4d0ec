/** The state of one part as health endpoints tell it. */
export type PartHealth = {
  readonly status: 'up' | 'down'
  readonly latencyMs: number
  readonly reason?: string
}

const WITHIN_MS = 1_000

/** Runs a check of a part; a fault or a second of silence is `down`. */
export const checkPart = async (check: (signal: AbortSignal) => Promise<unknown>): Promise<PartHealth> => {
  const startedAt = performance.now()
  const latencyMs = (): number => Math.round(performance.now() - startedAt)
  const signal = AbortSignal.timeout(WITHIN_MS)
  const silence = new Promise<never>((_, refuse) => {
    signal.addEventListener('abort', () => refuse(new Error('no answer in time')), { once: true })
  })
  try {
    await Promise.race([check(signal), silence])
    return { status: 'up', latencyMs: latencyMs() }
  } catch (error) {
    return { status: 'down', latencyMs: latencyMs(), reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Whether an HTTP health address answers with 2xx. */
export const checkHttp = (url: string): Promise<PartHealth> =>
  checkPart(async (signal) => {
    const response = await fetch(url, { signal })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`answered ${response.status}`)
  })

export const checkRedis = (redis: { ping(): Promise<unknown> }): Promise<PartHealth> => checkPart(() => redis.ping())

export const checkMeilisearch = (url: string): Promise<PartHealth> => checkHttp(new URL('/health', url).href)

export const checkInngest = (baseUrl: string): Promise<PartHealth> => checkHttp(new URL('/health', baseUrl).href)
