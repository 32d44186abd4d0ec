import { type Route, sendJson } from './route'

export type PartHealth = { readonly status: 'up' | 'down'; readonly latencyMs: number; readonly detail?: string }
export type PartCheck = () => Promise<void>

const CHECK_MS = 1_500

const check = async (probe: PartCheck): Promise<PartHealth> => {
  const startedAt = performance.now()
  const latency = () => Math.round(performance.now() - startedAt)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${CHECK_MS} ms`)), CHECK_MS)
  })
  try {
    await Promise.race([probe(), late])
    return { status: 'up', latencyMs: latency() }
  } catch (fault) {
    return { status: 'down', latencyMs: latency(), detail: fault instanceof Error ? fault.message : String(fault) }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * `live`: the process answers. `ready`: each part with its latency; 503 only when PostgreSQL is down, because every
 * other part has a fallback, and then `degraded` names what shoppers do without.
 */
export const healthRoute = (parts: Readonly<Record<string, PartCheck>>): Route => ({
  handles: (path) => path === '/api/health/live' || path === '/api/health/ready',
  handle: async (req, res) => {
    if (req.url?.startsWith('/api/health/live')) return sendJson(res, 200, { status: 'up' })
    const checked = await Promise.all(Object.entries(parts).map(async ([name, probe]) => [name, await check(probe)] as const))
    const down = checked.filter(([, health]) => health.status === 'down').map(([name]) => name)
    const status = down.length === 0 ? 'ready' : down.includes('postgres') ? 'down' : 'degraded'
    sendJson(res, status === 'down' ? 503 : 200, { status, degraded: down, parts: Object.fromEntries(checked) })
  },
})
