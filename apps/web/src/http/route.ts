import type { IncomingMessage, ServerResponse } from 'node:http'

/** A part of the server that answers some requests itself, before Next is asked. */
export type Route = {
  readonly handles: (path: string) => boolean
  readonly handle: (req: IncomingMessage, res: ServerResponse) => void | Promise<void>
}

export const sendJson = (res: ServerResponse, status: number, body: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  res.end(JSON.stringify(body))
}
