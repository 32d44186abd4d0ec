import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { identify, type ProcessIdentity, stopProcess } from '@selvedge/stack'

export type ServerPlan = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Record<string, string>
  /** Where its output goes; into ours when absent. */
  readonly logFile?: string | undefined
}

export type Servers = {
  readonly start: (plan: ServerPlan) => ProcessIdentity
  readonly running: () => Readonly<Record<string, ProcessIdentity>>
  /** Ends all of them, newest first, and waits. */
  readonly stop: () => Promise<void>
}

/** The long-lived processes of a command. `onEnd` hears of one that ended without being asked, and why. */
export const createServers = (onEnd: (name: string, why: string) => void): Servers => {
  const running = new Map<string, ProcessIdentity>()
  let isStopping = false
  return {
    start: (plan) => {
      const child = spawnServer(plan)
      child.once('error', (error) => onEnd(plan.name, error.message))
      child.once('exit', (code, signal) => {
        running.delete(plan.name)
        if (!isStopping) onEnd(plan.name, `${signal ?? `exit code ${code}`}${lastWords(plan.logFile)}`)
      })
      const identity = child.pid === undefined ? undefined : identify(child.pid)
      if (identity === undefined) throw new Error(`${plan.name} could not be started`)
      running.set(plan.name, identity)
      return identity
    },
    running: () => Object.fromEntries(running),
    stop: async () => {
      isStopping = true
      for (const identity of [...running.values()].reverse()) await stopProcess(identity, 'SIGTERM', 15_000)
    },
  }
}

const spawnServer = ({ command, args, cwd, env, logFile }: ServerPlan): ChildProcess => {
  // Its own group: Ctrl-C reaches us alone and we end the servers in order.
  const options = { cwd, env, detached: true } as const
  if (logFile === undefined) return spawn(command, [...args], { ...options, stdio: ['ignore', 'inherit', 'inherit'] })
  mkdirSync(dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'a')
  const child = spawn(command, [...args], { ...options, stdio: ['ignore', log, log] })
  closeSync(log)
  return child
}

const lastWords = (logFile: string | undefined): string => {
  if (logFile === undefined) return ''
  const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n  ')
  return `. The end of ${logFile}:\n  ${tail}\n`
}
