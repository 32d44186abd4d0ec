import type { IncomingMessage } from 'node:http'

/** Node's request headers as the web platform's. */
export const toHeaders = (req: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined && !name.startsWith(':')) headers.set(name, value)
  }
  return headers
}
