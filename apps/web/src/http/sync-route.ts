import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Result, SignedBy, SyncRejection, SyncService } from '@selvedge/core'
import { z } from 'zod'
import { CORRELATION_HEADER } from '../server/request-context'
import { readBody } from './read-body'
import { type Route, sendJson } from './route'

const PREFIX = '/api/sync/'
/** A thousand messages of the longest kind. */
const MAX_BODY_BYTES = 1024 * 1024

const STATUS: Readonly<Record<SyncRejection['code'], number>> = {
  SIGNATURE_REFUSED: 401,
  SIGNATURE_TOO_OLD: 401,
  INVALID_BATCH: 400,
  BATCH_ID_REUSED: 409,
  CURSOR_TOO_OLD: 410,
  UNKNOWN_PLACE: 404,
  UNKNOWN_SOURCE: 404,
}

const cursor = z
  .string()
  .regex(/^\d{1,18}$/)
  .default('0')
const page = {
  location: z.string().min(1).max(32).exactOptional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
}
const changesQuery = z.strictObject({ after: cursor.transform(BigInt), ...page })
const levelsQuery = z.strictObject({
  afterRecordId: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  ...page,
})

/**
 * Where tills, shops' own systems and suppliers speak with us: `POST /api/sync/stock`, `GET /api/sync/changes`,
 * `GET /api/sync/levels`. Every request is signed: HMAC-SHA-256 over `<timestamp>.<body, or path with query>`.
 */
export const syncRoute = (service: SyncService): Route => ({
  handles: (path) => path.startsWith(PREFIX),
  handle: async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://local')
    const query = Object.fromEntries(url.searchParams)
    switch (`${req.method} ${url.pathname}`) {
      case 'POST /api/sync/stock': {
        const body = await readBody(req, MAX_BODY_BYTES)
        if (body === undefined) {
          res.setHeader('connection', 'close')
          return sendJson(res, 413, { code: 'TOO_LARGE', maxBytes: MAX_BODY_BYTES })
        }
        return answer(res, await service.receive(signedBy(req, body), String(req.headers[CORRELATION_HEADER])))
      }
      case 'GET /api/sync/changes': {
        const parsed = changesQuery.safeParse(query)
        if (!parsed.success) return badQuery(res, parsed.error)
        return answer(res, await service.changes(signedBy(req, req.url ?? ''), parsed.data))
      }
      case 'GET /api/sync/levels': {
        const parsed = levelsQuery.safeParse(query)
        if (!parsed.success) return badQuery(res, parsed.error)
        return answer(res, await service.levels(signedBy(req, req.url ?? ''), parsed.data))
      }
      default:
        return sendJson(res, 404, { code: 'NOTHING_HERE' })
    }
  },
})

const header = (req: IncomingMessage, name: string): string => req.headers[name]?.toString() ?? ''

const signedBy = (req: IncomingMessage, content: string): SignedBy => ({
  keyId: header(req, 'x-selvedge-key'),
  timestamp: header(req, 'x-selvedge-timestamp'),
  signature: header(req, 'x-selvedge-signature'),
  content,
})

const badQuery = (res: ServerResponse, error: z.ZodError): void =>
  sendJson(res, 400, {
    code: 'INVALID_QUERY',
    problems: error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message })),
  })

const answer = (res: ServerResponse, result: Result<unknown, SyncRejection>): void =>
  result.ok ? sendJson(res, 200, result.value) : sendJson(res, STATUS[result.error.code], result.error)
