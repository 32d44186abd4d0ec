import { choosePorts } from './choose-ports'
import { givenUrls } from './env'
import { PARTS, type Part, type Ports } from './parts'
import { identify, isAlive, type ProcessIdentity } from './process/identity'
import { startParts } from './start-parts'
import type { StackOptions } from './start-stack'
import { readState, type StackState, writeState } from './state'
import { stopProcesses } from './stop-processes'

type Processes = StackState['processes']

/** Starts what is wanted and does not run; the state afterwards, with this process among the users. */
export const startMissing = async (dir: string, options: StackOptions): Promise<StackState> => {
  const before = readState(dir)
  const running = onlyAlive(before.processes)
  const own = ownIdentity()
  const others = before.users.filter(isAlive)
  const ports = await choosePorts(before.ports, { ...options.ports, ...portsOf(running, before.ports) })
  let state: StackState = {
    ...before,
    ports,
    processes: running,
    users: [...others, own],
    background: options.background === true || (before.background && Object.keys(running).length > 0),
  }
  const remember = (change: Partial<StackState>) => {
    state = { ...state, ...change }
    writeState(dir, state)
  }
  try {
    const urls = await startParts({
      context: { dir, ports, secrets: state.secrets, log: options.log ?? (() => undefined) },
      parts: new Set<Part>(options.only ?? PARTS),
      given: options.given ?? givenUrls(),
      inngestSdkUrl: options.inngestSdkUrl,
      running,
      began: (name, identity) => remember({ processes: { ...state.processes, [name]: identity } }),
    })
    return { ...state, urls: { ...(others.length > 0 ? before.urls : {}), ...urls } }
  } catch (error) {
    const ours = Object.entries(state.processes).filter(([name]) => !(name in running))
    await stopProcesses(Object.fromEntries(ours))
    remember({ processes: running, users: others })
    throw error
  }
}

const onlyAlive = (processes: Processes): Processes =>
  Object.fromEntries(Object.entries(processes).filter(([, identity]) => isAlive(identity)))

/** The ports of what runs stay as they are. Inngest has four of them. */
const portsOf = (running: Processes, ports: Partial<Ports>): Partial<Ports> => {
  const kept: Partial<Ports> = {}
  for (const [name, port] of Object.entries(ports) as [keyof Ports, number][]) {
    const owner = name.startsWith('inngest') ? 'inngest' : (name as keyof Processes)
    if (running[owner] !== undefined) kept[name] = port
  }
  return kept
}

const ownIdentity = (): ProcessIdentity => {
  const own = identify(process.pid)
  if (own === undefined) throw new Error('This process does not find itself.')
  return own
}
