import { spawn } from 'node:child_process'
import { identify, type ProcessIdentity, stopProcess } from '@selvedge/stack'
import { ROOT } from './root'

export type ServerPlan = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Record<string, string>
}

export type Servers = {
  readonly start: (plan: ServerPlan) => ProcessIdentity
  readonly running: () => Readonly<Record<string, ProcessIdentity>>
  /** Ends all of them, newest first, and waits. */
  readonly stop: () => Promise<void>
}

/** The long-lived processes of a command. `onEnd` hears of one that ended without being asked. */
export const createServers = (onEnd: (name: string, code: string) => void): Servers => {
  const running = new Map<string, ProcessIdentity>()
  let isStopping = false
  return {
    start: ({ name, command, args, cwd, env }) => {
      const child = spawn(command, [...args], {
        cwd,
        env,
        // Its own group: Ctrl-C reaches us alone and we end the servers in order.
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      child.once('error', (error) => onEnd(name, error.message))
      child.once('exit', (code, signal) => {
        running.delete(name)
        if (!isStopping) onEnd(name, signal ?? `exit code ${code}`)
      })
      const identity = child.pid === undefined ? undefined : identify(child.pid)
      if (identity === undefined) throw new Error(`${name} could not be started in ${ROOT}`)
      running.set(name, identity)
      return identity
    },
    running: () => Object.fromEntries(running),
    stop: async () => {
      isStopping = true
      for (const identity of [...running.values()].reverse()) await stopProcess(identity, 'SIGTERM', 15_000)
    },
  }
}
