import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Metrics } from '@selvedge/infra'
import type { WorkerHealth } from './worker-health'

export const INNGEST_PATH = '/api/inngest'

/**
 * Whoever calls lets go of an idle connection first. By Node's five seconds the worker might close one at the moment at
 * which a run is sent over it, and a run that fails is tried again after fifteen seconds at the earliest.
 */
const KEPT_MS = 120_000

/** The worker's few addresses: the scheduler's endpoint, health, metrics. */
export const createWorkerServer = (deps: {
  inngest: RequestListener
  health(): Promise<WorkerHealth>
  metrics: Pick<Metrics, 'text' | 'contentType'>
  onFault(error: unknown): void
}): Server => {
  const { inngest, health, metrics, onFault } = deps
  const answer = async (path: string, res: ServerResponse): Promise<void> => {
    switch (path) {
      case '/health/live':
        return json(res, 200, { status: 'live' })
      case '/health/ready': {
        const found = await health()
        return json(res, found.status === 'down' ? 503 : 200, found)
      }
      case '/metrics':
        res.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text())
        return
      default:
        return json(res, 404, { error: 'nothing here' })
    }
  }
  const server = createServer((req, res) => {
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
    if (path === INNGEST_PATH) return inngest(req, res)
    answer(path, res).catch((error: unknown) => {
      onFault(error)
      if (!res.headersSent) json(res, 500, { error: 'fault' })
    })
  })
  server.keepAliveTimeout = KEPT_MS
  return server
}

const json = (res: ServerResponse, status: number, body: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body))
}
