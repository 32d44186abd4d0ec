import { isAlive } from './process/identity'
import { readState } from './state'
import { signalProcesses } from './stop-processes'

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const
const NAMES = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]

/** How often this process holds each stack. One set of listeners serves them all, however often they are joined. */
const held = new Map<string, number>()

/**
 * A command that ends without leaving its stack takes the engines along, unless somebody else uses them.
 * The answer undoes this.
 */
export const endWithProcess = (dir: string): (() => void) => {
  if (held.size === 0) listen()
  held.set(dir, (held.get(dir) ?? 0) + 1)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    const left = (held.get(dir) ?? 0) - 1
    if (left > 0) held.set(dir, left)
    else held.delete(dir)
    if (held.size === 0) stopListening()
  }
}

const onExit = (): void => {
  for (const dir of held.keys()) {
    const { background, users, processes } = readState(dir)
    const isAlone = users.filter(isAlive).every((user) => user.pid === process.pid)
    if (!background && isAlone) signalProcesses(processes)
  }
}

// A signal without a handler ends Node without its exit event.
const onSignal = (signal: NodeJS.Signals): void => {
  if (process.listenerCount(signal) <= 1) process.exit(128 + SIGNALS[signal as keyof typeof SIGNALS])
}

const listen = (): void => {
  process.on('exit', onExit)
  for (const signal of NAMES) process.on(signal, onSignal)
}

const stopListening = (): void => {
  process.off('exit', onExit)
  for (const signal of NAMES) process.off(signal, onSignal)
}
