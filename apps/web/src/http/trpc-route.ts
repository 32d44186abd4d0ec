import type { IncomingMessage, ServerResponse } from 'node:http'
import { appRouter, type Context, streams } from '@selvedge/api'
import type { TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import type { CallLimits } from '../server/call-limits'
import type { ContextBuilder } from '../server/request-context'
import { readSmallBody } from './read-small-body'
import type { Route } from './route'
import { toHeaders } from './to-headers'

const PREFIX = '/api/trpc/'
const MAX_BODY_BYTES = 256 * 1024

type Failed = { readonly error: TRPCError; readonly path: string | undefined; readonly ctx: Context | undefined }

/** What calls and streams are answered by alike. Batches are bounded, methods cannot be overridden. */
const RULES = {
  router: appRouter,
  maxBatchSize: 10,
  allowMethodOverride: false,
  responseMeta: () => ({ headers: { 'cache-control': 'private, no-store' } }),
}

const METHODS = ['GET', 'HEAD', 'POST']

const refuse = (res: ServerResponse, status: number, words: string): void => {
  res.writeHead(status, { 'content-type': 'text/plain' }).end(words)
}
const tooLarge = (res: ServerResponse): void => refuse(res, 413, 'Too large')

/** What stands behind the prefix, as it came: slashes at its ends are no part of it, to tRPC neither. */
const rawPathOf = (req: IncomingMessage): string =>
  new URL(req.url ?? '/', 'http://local').pathname.slice(PREFIX.length).replace(/^\/+|\/+$/g, '')

/** The calls that are asked for, separated by commas, decoded as tRPC will decode them; nothing when they cannot be. */
const callsOf = (rawPath: string): readonly string[] | undefined => {
  try {
    return decodeURIComponent(rawPath).split(',')
  } catch {
    // Half a character: whoever sends it is told, and nothing of ours went wrong.
    return undefined
  }
}

/**
 * tRPC answers on the server's own http handler, without the way through Next's router and adapters (ADR 0009). Bodies
 * are small. A call is read whole and its answer sent whole, in one write: the streams, signals and second write with
 * which the Node adapter prepares for answers that go on and on cost as much as most calls do. It serves those that do.
 */
export const trpcRoute = (
  contextOf: ContextBuilder,
  limits: CallLimits,
  onFault: (path: string | undefined, fault: unknown, correlationId: string) => void,
): Route => {
  const contextFor = (req: IncomingMessage, res: ServerResponse) => () =>
    contextOf({
      headers: toHeaders(req),
      socketAddress: req.socket.remoteAddress ?? '',
      setCookie: (cookie) => res.appendHeader('set-cookie', cookie),
    })
  // Rejections and bad input are answers; only faults are errors, and each is logged once, here.
  const onError = ({ error, path, ctx }: Failed): void => {
    if (error.code === 'INTERNAL_SERVER_ERROR') onFault(path, error.cause ?? error, ctx?.origin.correlationId ?? '')
  }

  const answerCall = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = req.method === 'POST' ? await readSmallBody(req, MAX_BODY_BYTES) : null
    if (body === undefined) return tooLarge(res)
    const { method = 'GET' } = req
    const answer = await fetchRequestHandler({
      ...RULES,
      endpoint: PREFIX,
      req: new Request(new URL(req.url ?? '/', 'http://local'), { method, headers: toHeaders(req), body }),
      createContext: contextFor(req, res),
      onError,
    })
    // Whatever way it was asked for in: a stream that is not in `streams` would be read for ever.
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      await answer.body?.cancel()
      return refuse(res, 400, 'No such call')
    }
    const text = Buffer.from(await answer.text())
    answer.headers.forEach((value, name) => {
      res.setHeader(name, value)
    })
    res.writeHead(answer.status, { 'content-length': text.length }).end(text)
  }

  return {
    handles: (path) => path.startsWith(PREFIX),
    handle: async (req, res) => {
      if (Number(req.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return tooLarge(res)
      const path = rawPathOf(req)
      const calls = callsOf(path)
      if (calls === undefined || !METHODS.includes(req.method ?? '')) return refuse(res, 400, 'No such call')
      const refusal = await limits.refusal(req, calls.length)
      if (refusal) {
        const headers = { 'content-type': 'text/plain', 'retry-after': String(Math.ceil(refusal.retryAfterMs / 1_000)) }
        res.writeHead(429, headers).end('Too many requests')
        return
      }
      if (!calls.some((call) => streams.has(call))) return answerCall(req, res)
      return nodeHTTPRequestHandler({ ...RULES, req, res, path, createContext: contextFor(req, res), onError })
    },
  }
}
