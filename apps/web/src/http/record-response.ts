import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

export type Recorded = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }

/**
 * Keeps a copy of what is sent, as it goes over the wire: what wraps `res` afterwards, compression for one, is recorded
 * with its work done. It is there as soon as the answer is whole, however slowly its reader takes it. Undefined when the
 * answer was cut off, or grew past `maxBytes`.
 */
export const recordResponse = (res: ServerResponse, maxBytes: number): Promise<Recorded | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (bytes > maxBytes || (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))) return
    const copy = typeof chunk === 'string' ? Buffer.from(chunk, encodingOf(encoding)) : Buffer.from(chunk)
    bytes += copy.byteLength
    chunks.push(copy)
  }
  const write = res.write.bind(res)
  const end = res.end.bind(res)
  return new Promise((resolve) => {
    Object.assign(res, {
      write: (...given: Parameters<typeof write>) => {
        keep(given[0], given[1])
        return write(...given)
      },
      end: (...given: Parameters<typeof end>) => {
        keep(given[0], given[1])
        const ended = end(...given)
        const whole = { status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(chunks) }
        resolve(bytes > maxBytes ? undefined : whole)
        return ended
      },
    })
    // After a whole answer this comes second and changes nothing.
    res.once('close', () => resolve(undefined))
  })
}

const encodingOf = (given: unknown): BufferEncoding =>
  typeof given === 'string' && Buffer.isEncoding(given) ? given : 'utf8'
