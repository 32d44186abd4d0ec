import type { IncomingMessage } from 'node:http'

/** A body as text; nothing when it is larger than that, of which no more is read than it takes to know. */
export const readSmallBody = async (req: IncomingMessage, maxBytes: number): Promise<string | undefined> => {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) return undefined
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of req) {
    bytes += piece.length
    if (bytes > maxBytes) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
