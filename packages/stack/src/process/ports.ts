import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { givenPorts } from '../env'
import { StackError } from '../stack-error'

// Below the range from which systems draw the ports of outgoing connections, so none is lost between look and use.
const ALL = '20000-31999'

/** Can this port be bound? `host` is loopback unless the server insists on all interfaces. */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })

/** The remembered port when it is still free, else a free one at random `from` those. */
export const freePort = async (
  remembered?: number,
  avoid: ReadonlySet<number> = new Set(),
  from: string = givenPorts() ?? ALL,
): Promise<number> => {
  if (remembered !== undefined && !avoid.has(remembered) && (await becomesFree(remembered))) return remembered
  const [first, last] = readRange(from)
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(first, last + 1)
    if (!avoid.has(port) && (await isEverywhereFree(port))) return port
  }
  throw new StackError(`No free port among ${from}.`)
}

/** The ports of a stack in two halves, for two stacks that begin at once. */
export const halvesOfPorts = (from: string = ALL): readonly [string, string] => {
  const [first, last] = readRange(from)
  const middle = first + Math.floor((last - first) / 2)
  return [`${first}-${middle}`, `${Math.min(middle + 1, last)}-${last}`]
}

const readRange = (text: string): readonly [first: number, last: number] => {
  const [, first, last] = (/^(\d{4,5})-(\d{4,5})$/.exec(text) ?? []).map(Number)
  if (first === undefined || last === undefined || first > last || last > 65_535) {
    throw new StackError(`SELVEDGE_PORTS has to be two ports, as in ${ALL}; it is "${text}".`)
  }
  return [first, last]
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
