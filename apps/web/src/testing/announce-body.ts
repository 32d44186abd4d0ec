import { request } from 'node:http'
import { json } from 'node:stream/consumers'

/** Says how large a body will be and waits for the answer without sending any of it. */
export const announceBody = (
  address: string,
  bytes: number,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; body: unknown }> =>
  new Promise((resolve, refuse) => {
    const sent = request(address, { method: 'POST', headers: { ...headers, 'content-length': bytes } })
    sent.on('error', refuse)
    sent.on('response', (answer) => {
      json(answer).then((body) => {
        // Only now: what is hung up on before its answer is read would be a fault of the wire.
        sent.off('error', refuse)
        sent.on('error', () => undefined)
        sent.destroy()
        resolve({ status: answer.statusCode, body })
      }, refuse)
    })
    sent.flushHeaders()
  })
