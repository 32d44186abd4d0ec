import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import compression from 'compression'
import next from 'next'
import { securityHeaders } from './security-headers'
import { readEnv } from './src/env'
import { assetRoute } from './src/http/asset-route'
import { authRoute } from './src/http/auth-route'
import { behaviourRoute } from './src/http/behaviour-route'
import { codeAfterPaint, HEAD_END } from './src/http/code-after-paint'
import { fileRoute } from './src/http/file-route'
import { healthRoute } from './src/http/health-route'
import { liveRoute } from './src/http/live-route'
import { metricsRoute } from './src/http/metrics-route'
import { pictureRoute } from './src/http/picture-route'
import { rewriteHead } from './src/http/rewrite-head'
import type { Route } from './src/http/route'
import { syncRoute } from './src/http/sync-route'
import { trpcRoute } from './src/http/trpc-route'
import { buildRoot } from './src/root'
import { CORRELATION_HEADER } from './src/server/request-context'
import { ROOT_KEY } from './src/server/root-key'
import { WITHIN_HEADER } from './src/server/within-header'

/** The rules are read in well under a second. */
const RULES_WAIT_MS = 5_000

const dev = process.argv.includes('--dev')
const env = readEnv()
const root = buildRoot(env)
Object.assign(globalThis, { [ROOT_KEY]: root })

const logFault = (path: string | undefined, fault: unknown, correlationId: string): void =>
  root.logger.error({ path, correlationId, err: fault }, 'a request failed')

const routes: readonly Route[] = [
  // While developing the files change under us: Next serves them.
  ...(dev ? [] : [assetRoute(path.join(import.meta.dirname, '.next/static'), securityHeaders(false))]),
  trpcRoute(root.contextOf, root.callLimits, logFault),
  pictureRoute({ store: root.pictures, isKnown: root.isKnownPicture }),
  authRoute(root.auth),
  syncRoute(root.sync),
  behaviourRoute({ contextOf: root.contextOf, ...root.behaviourIntake }),
  fileRoute(root.services.files, root.contextOf, env.FILE_MAX_BYTES),
  liveRoute(root.live),
  healthRoute(root.parts),
  metricsRoute(root.metrics),
]

const app = next({ dev, dir: import.meta.dirname, hostname: env.HOST, port: env.PORT })
await app.prepare()
// A page that is made before the rules are read would show what they keep back; a database that is away keeps no shop shut.
await Promise.race([root.rulesRead(), new Promise((resolve) => setTimeout(resolve, RULES_WAIT_MS))])
const showPage = app.getRequestHandler()
const compress = compression()
const makePage = (req: IncomingMessage, res: ServerResponse): Promise<void> =>
  new Promise((resolve, reject) =>
    compress(req, res, () => {
      // While developing React and Next put in scripts of their own, in an order of theirs.
      if (!dev) rewriteHead(res, { until: HEAD_END, by: codeAfterPaint })
      showPage(req, res).then(resolve, reject)
    }),
  )
const pages = (req: IncomingMessage, res: ServerResponse): Promise<void> =>
  dev ? makePage(req, res) : root.pages.answer(req, res, () => makePage(req, res))

const server = createServer((req, res) => {
  const pathname = (req.url ?? '/').split('?', 1)[0] ?? '/'
  // Written here for every request, so that no client can claim another address.
  req.headers['x-selvedge-socket'] = req.socket.remoteAddress ?? ''
  // A layout is not told its address by Next, and must send a guest back to it after signing in.
  req.headers['x-selvedge-path'] = req.url ?? '/'
  req.headers[WITHIN_HEADER] = req.headers.rsc === undefined ? '0' : '1'
  const correlationId = String(req.headers[CORRELATION_HEADER] ?? randomUUID())
  req.headers[CORRELATION_HEADER] = correlationId
  res.setHeader(CORRELATION_HEADER, correlationId)
  const route = routes.find((candidate) => candidate.handles(pathname))
  Promise.resolve(route ? route.handle(req, res) : pages(req, res)).catch((fault: unknown) => {
    logFault(pathname, fault, correlationId)
    if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain' })
    res.end('Something went wrong on our side.')
  })
})
if (dev) server.on('upgrade', app.getUpgradeHandler())
server.keepAliveTimeout = 65_000

server.listen(env.PORT, env.HOST, () => process.stdout.write(`web listens on http://${env.HOST}:${env.PORT}\n`))

let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  // Open streams first: they would keep the server alive.
  root.live.close()
  server.close()
  server.closeIdleConnections()
  // Streams and slow readers get a moment, then the process goes.
  setTimeout(() => server.closeAllConnections(), 2_000).unref()
  await root.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
