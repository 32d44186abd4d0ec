import type { ServerResponse } from 'node:http'

const REASON = {
  400: 'not a list of SKUs',
  404: 'no such stream here: open a new one',
  405: 'not that method',
  413: 'too long',
  415: 'send JSON',
  429: 'too many streams or changes',
  503: 'not now',
} as const

/** Says no in one line of JSON; where waiting helps it says how long. */
export const refuse = (res: ServerResponse, status: keyof typeof REASON): void => {
  const wait = status === 429 || status === 503 ? { 'retry-after': '5' } : {}
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close', ...wait }
  res.writeHead(status, headers).end(JSON.stringify({ error: REASON[status] }))
}
