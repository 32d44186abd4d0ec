import { appRouter } from '@selvedge/api'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import type { CallLimits } from '../server/call-limits'
import type { ContextBuilder } from '../server/request-context'
import type { Route } from './route'
import { toHeaders } from './to-headers'

const PREFIX = '/api/trpc/'
const MAX_BODY_BYTES = 256 * 1024

/**
 * tRPC answers on the server's own http handler, without the way through Next's router and adapters (ADR 0009). Batches are bounded, methods cannot be overridden, bodies are small.
 */
export const trpcRoute = (
  contextOf: ContextBuilder,
  limits: CallLimits,
  onFault: (path: string | undefined, fault: unknown, correlationId: string) => void,
): Route => ({
  handles: (path) => path.startsWith(PREFIX),
  handle: async (req, res) => {
    if (Number(req.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
      res.writeHead(413, { 'content-type': 'text/plain' }).end('Too large')
      return
    }
    const path = new URL(req.url ?? '/', 'http://local').pathname.slice(PREFIX.length)
    const refusal = await limits.refusal(req, path.split(',').length)
    if (refusal) {
      const headers = { 'content-type': 'text/plain', 'retry-after': String(Math.ceil(refusal.retryAfterMs / 1_000)) }
      res.writeHead(429, headers).end('Too many requests')
      return
    }
    return nodeHTTPRequestHandler({
      req,
      res,
      path,
      router: appRouter,
      maxBodySize: MAX_BODY_BYTES,
      maxBatchSize: 10,
      allowMethodOverride: false,
      createContext: () =>
        contextOf({
          headers: toHeaders(req),
          socketAddress: req.socket.remoteAddress ?? '',
          setCookie: (cookie) => res.appendHeader('set-cookie', cookie),
        }),
      onError: ({ error, path: procedure, ctx }) => {
        // Rejections and bad input are answers; only faults are errors, and each is logged once, here.
        if (error.code === 'INTERNAL_SERVER_ERROR')
          onFault(procedure, error.cause ?? error, ctx?.origin.correlationId ?? '')
      },
      responseMeta: () => ({ headers: { 'cache-control': 'private, no-store' } }),
    })
  },
})
