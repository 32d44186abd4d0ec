import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EngineEnvironment } from '../env'
import { StackError } from '../stack-error'
import { identify, type ProcessIdentity } from './identity'
import { stopProcess } from './stop'

export type Launch = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: EngineEnvironment
  readonly logFile: string
  /** The system user to run as; ours when absent. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined
  /** Answers true once the server serves. */
  readonly ready: () => Promise<boolean>
  readonly readyWithinMs: number
  readonly stopSignal?: NodeJS.Signals
}

/** Starts a server in a process group of its own, writing to a log file, and waits until it answers. */
export const launch = async (plan: Launch): Promise<ProcessIdentity> => {
  const log = openSync(plan.logFile, 'a')
  const child = spawn(plan.command, [...plan.args], {
    cwd: plan.cwd,
    env: plan.env,
    // A group of its own: Ctrl-C reaches us alone, and we end the engines in order.
    detached: true,
    stdio: ['ignore', log, log],
    ...plan.user,
  })
  closeSync(log)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended ??= `it ended with ${signal ?? `code ${code}`}`
  })
  child.unref()
  const started = child.pid === undefined ? undefined : identify(child.pid)

  const deadline = Date.now() + plan.readyWithinMs
  for (;;) {
    if (ended === undefined && started !== undefined && (await plan.ready())) return started
    if (ended !== undefined) throw failure(plan, ended)
    if (Date.now() > deadline) {
      if (started) await stopProcess(started, plan.stopSignal)
      throw failure(plan, `it did not answer within ${plan.readyWithinMs / 1000} s`)
    }
    await sleep(40)
  }
}

const failure = (plan: Launch, reason: string): StackError => {
  const tail = readFileSync(plan.logFile, 'utf8').trimEnd().split('\n').slice(-6).join('\n  ')
  return new StackError(`${plan.name} did not start: ${reason}. The end of ${plan.logFile}:\n  ${tail}`)
}
