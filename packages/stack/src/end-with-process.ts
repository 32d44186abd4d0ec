import { isAlive } from './process/identity'
import { readState } from './state'
import { signalProcesses } from './stop-processes'

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const

/**
 * A command that ends without leaving its stack takes the engines along, unless somebody else uses them.
 * The answer undoes this.
 */
export const endWithProcess = (dir: string): (() => void) => {
  const onExit = () => {
    const { background, users, processes } = readState(dir)
    const isAlone = users.filter(isAlive).every((user) => user.pid === process.pid)
    if (!background && isAlone) signalProcesses(processes)
  }
  // A signal without a handler ends Node without its exit event.
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) <= 1) process.exit(128 + SIGNALS[signal as keyof typeof SIGNALS])
  }
  const signals = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]
  process.on('exit', onExit)
  for (const signal of signals) process.on(signal, onSignal)
  return () => {
    process.off('exit', onExit)
    for (const signal of signals) process.off(signal, onSignal)
  }
}
