import type { IncomingMessage } from 'node:http'

/** The body as text, or undefined once it is larger than allowed; the rest is not read. */
export const readBody = async (req: IncomingMessage, maxBytes: number): Promise<string | undefined> => {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req) {
    bytes += chunk.length
    if (bytes > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
