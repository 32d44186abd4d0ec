import type { ProcessIdentity } from './process/identity'
import { signalProcess, stopProcess } from './process/stop'
import type { StackState } from './state'

type Processes = StackState['processes']

/** Ends the processes of a stack: first what uses Redis, then the engines that keep data. */
export const stopProcesses = async (processes: Processes): Promise<void> => {
  await stopAll([processes.inngest, processes.redisRest])
  await Promise.all([
    stopAll([processes.redis, processes.meili]),
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients, and leaves a clean cluster.
    processes.postgres === undefined ? undefined : stopProcess(processes.postgres, 'SIGINT', 30_000),
  ])
}

/** The same without waiting, for a process that is on its way out and may do nothing slow any more. */
export const signalProcesses = (processes: Processes): void => {
  for (const [name, identity] of Object.entries(processes))
    signalProcess(identity, name === 'postgres' ? 'SIGINT' : 'SIGTERM')
}

const stopAll = async (identities: readonly (ProcessIdentity | undefined)[]): Promise<void> => {
  await Promise.all(identities.map((identity) => identity && stopProcess(identity)))
}
