import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { StackError } from '../stack-error'

// Below the range from which systems draw the ports of outgoing connections, so none is lost between look and use.
const FIRST = 20_000
const LAST = 32_000

/** Can this port be bound? `host` is loopback unless the server insists on all interfaces. */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })

/** The remembered port when it is still free, else a free one at random. */
export const freePort = async (remembered?: number, avoid: ReadonlySet<number> = new Set()): Promise<number> => {
  if (remembered !== undefined && !avoid.has(remembered) && (await becomesFree(remembered))) return remembered
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(FIRST, LAST)
    if (!avoid.has(port) && (await isEverywhereFree(port))) return port
  }
  throw new StackError(`No free port between ${FIRST} and ${LAST}.`)
}

// A killed server counts as dead when its first thread is; on a busy machine its last one lets go of the socket later.
const becomesFree = async (port: number): Promise<boolean> => {
  for (const waitMs of [0, 50, 100, 200, 400, 800]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    if (await isEverywhereFree(port)) return true
  }
  return false
}

const isEverywhereFree = async (port: number): Promise<boolean> => (await isFree(port)) && isFree(port, '0.0.0.0')
