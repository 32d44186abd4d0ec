import type { Metrics } from '@selvedge/infra'
import type { Route } from './route'

/** The process's figures in Prometheus' text format. Keep it from the public at the load balancer. */
export const metricsRoute = (metrics: Metrics): Route => ({
  handles: (path) => path === '/metrics',
  handle: async (_req, res) => {
    res.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(await metrics.text())
  },
})
