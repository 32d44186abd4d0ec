import type { Reply } from './commands'

/** A reply as JSON; with `base64` every string is encoded, save the status OK, which clients expect as it is. */
export const encodeReply = (reply: Reply, base64: boolean): Reply =>
  'error' in reply ? reply : { result: encode(reply.result, base64, true) }

const encode = (value: unknown, base64: boolean, outermost: boolean): unknown => {
  if (Array.isArray(value)) return value.map((element) => encode(element, base64, false))
  // A refusal inside the result of a script or of a nested transaction.
  if (value instanceof Error) return value.message
  if (isFields(value)) return Object.entries(value).flatMap((pair) => encode(pair, base64, false))
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  if (!Buffer.isBuffer(bytes)) return value
  const text = bytes.toString('utf8')
  return base64 && !(outermost && text === 'OK') ? bytes.toString('base64') : text
}

// The driver makes an object of HGETALL's answer; on the wire it is a flat list of names and values.
const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value)
