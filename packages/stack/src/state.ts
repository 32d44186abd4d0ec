import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part, Ports, StackVariable } from './parts'
import type { ProcessIdentity } from './process/identity'

export type Secrets = {
  readonly postgresPassword: string
  readonly meiliMasterKey: string
  readonly inngestEventKey: string
  readonly inngestSigningKey: string
  readonly restToken: string
}

/** `state.json` of a stack: what a second command of the same clone needs to find it, and to clean up after a crash. */
export type StackState = {
  readonly secrets: Secrets
  readonly ports: Partial<Ports>
  readonly processes: Partial<Record<Part | 'redisRest', ProcessIdentity>>
  /** The urls of what runs, ours and given ones. */
  readonly urls: Partial<Record<StackVariable, string>>
  /** Started by `stack up`: stays when its last user leaves. */
  readonly background: boolean
  /** The commands that use it now. The last one to leave stops it. */
  readonly users: readonly ProcessIdentity[]
}

/** The state of the stack in `dir`; a new one with fresh secrets when there is none or it is not readable. */
export const readState = (dir: string): StackState => {
  try {
    return JSON.parse(readFileSync(stateFile(dir), 'utf8')) as StackState
  } catch {
    return { secrets: newSecrets(), ports: {}, processes: {}, urls: {}, background: false, users: [] }
  }
}

/** Replaces the state in one step, readable by its owner only: it holds passwords. */
export const writeState = (dir: string, state: StackState): void => {
  const next = `${stateFile(dir)}.${process.pid}.next`
  writeFileSync(next, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  renameSync(next, stateFile(dir))
}

const stateFile = (dir: string): string => join(dir, 'state.json')

const newSecrets = (): Secrets => {
  const secret = (): string => randomBytes(16).toString('hex')
  return {
    postgresPassword: secret(),
    meiliMasterKey: secret(),
    inngestEventKey: secret(),
    inngestSigningKey: secret(),
    restToken: secret(),
  }
}
