import type { PartHealth } from '@selvedge/infra'
import { type Route, sendJson } from './route'

/**
 * `live`: the process answers. `ready`: each part with its latency; 503 only when PostgreSQL is down, because every
 * other part has a fallback, and then `degraded` names what shoppers do without.
 */
export const healthRoute = (parts: Readonly<Record<string, () => Promise<PartHealth>>>): Route => ({
  handles: (path) => path === '/api/health/live' || path === '/api/health/ready',
  handle: async (req, res) => {
    if (req.url?.startsWith('/api/health/live')) return sendJson(res, 200, { status: 'up' })
    const checked = await Promise.all(
      Object.entries(parts).map(async ([name, check]) => [name, await check()] as const),
    )
    const down = checked.filter(([, health]) => health.status === 'down').map(([name]) => name)
    const status = down.length === 0 ? 'ready' : down.includes('postgres') ? 'down' : 'degraded'
    sendJson(res, status === 'down' ? 503 : 200, { status, degraded: down, parts: Object.fromEntries(checked) })
  },
})
