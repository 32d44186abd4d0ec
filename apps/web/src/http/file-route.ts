import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Context, keepInJournal } from '@selvedge/api'
import { FILE_KINDS, type FileDesk, type FileRejection, isStaff, reject } from '@selvedge/core'
import { z } from 'zod'
import type { ContextBuilder } from '../server/request-context'
import { type Route, sendJson } from './route'
import { toHeaders } from './to-headers'

const UPLOAD = '/api/admin/files'
const DOWNLOAD = /^\/api\/admin\/files\/([0-9a-f-]{36})\/(file|problems)$/

const uploadQuery = z.strictObject({ kind: z.enum(FILE_KINDS), name: z.string().trim().min(1).max(120) })

const STATUS: Readonly<Record<FileRejection['code'], number>> = {
  FILE_REFUSED: 422,
  UNKNOWN_FILE: 404,
  FILE_NOT_READY: 409,
  FILE_HAS_BAD_ROWS: 409,
  UNKNOWN_PLACE: 404,
}

/**
 * Files of staff, as streams: `POST /api/admin/files?kind=…&name=…` with the bytes as they are, `GET …/<id>/file` and
 * `…/<id>/problems`. Too large a file is refused while it comes, not after.
 */
export const fileRoute = (desk: FileDesk, contextOf: ContextBuilder, limitBytes: number): Route => ({
  handles: (path) => path === UPLOAD || DOWNLOAD.test(path),
  handle: async (req, res) => {
    const context = await contextOf({ headers: toHeaders(req), socketAddress: req.socket.remoteAddress ?? '' })
    if (!context.viewer) return sendJson(res, 401, { code: 'UNAUTHORIZED' })
    if (!isStaff(context.viewer)) return sendJson(res, 403, { code: 'FORBIDDEN' })
    const url = new URL(req.url ?? '/', 'http://local')
    const wanted = DOWNLOAD.exec(url.pathname)
    if (req.method === 'POST' && !wanted) return upload(desk, context, { req, res, url }, limitBytes)
    if (req.method === 'GET' && wanted?.[1] !== undefined)
      return download(desk, wanted[1], wanted[2] === 'file' ? 'file' : 'problems', res)
    sendJson(res, 405, { code: 'METHOD_NOT_ALLOWED' })
  },
})

const upload = async (
  desk: FileDesk,
  context: Context,
  { req, res, url }: { req: IncomingMessage; res: ServerResponse; url: URL },
  limitBytes: number,
): Promise<void> => {
  // What was not read of the body must not be taken for the next request.
  res.setHeader('connection', 'close')
  if (!context.sameSite) return sendJson(res, 403, { code: 'CROSS_SITE' })
  const query = uploadQuery.safeParse(Object.fromEntries(url.searchParams))
  if (!query.success) return sendJson(res, 400, { code: 'INVALID_QUERY' })
  const { origin, services } = context
  const asked = { origin, path: 'admin.files.upload', input: query.data }
  const uploaded = await keepInJournal(services, asked, async () => {
    const isTooLarge = Number(req.headers['content-length'] ?? 0) > limitBytes
    const result = isTooLarge
      ? reject<FileRejection>({ code: 'FILE_REFUSED', refusal: { code: 'TOO_LARGE', limitBytes } })
      : await desk.upload({ ...query.data, bytes: req }, origin)
    return { result, outcome: result.ok ? 'done' : result.error.code }
  })
  if (uploaded.ok) sendJson(res, 200, uploaded.value)
  else sendJson(res, STATUS[uploaded.error.code], uploaded.error)
}

const download = async (
  desk: FileDesk,
  fileId: string,
  what: 'file' | 'problems',
  res: ServerResponse,
): Promise<void> => {
  const found = await desk.download(fileId, what)
  if (!found.ok) return sendJson(res, STATUS[found.error.code], found.error)
  const name = found.value.name.replaceAll(/[^\w.-]+/g, '-')
  res.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  await pipeline(Readable.from(found.value.pieces), res)
}
