import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isAlive, type ProcessIdentity, stopProcess } from '@selvedge/stack'
import { Complaint } from './complaint'
import { SELVEDGE } from './root'

type RunRecord = {
  readonly owner: ProcessIdentity
  readonly address: string
  readonly servers: Readonly<Record<string, ProcessIdentity>>
}

const FILE = join(SELVEDGE, 'run.json')

/** Stops what a killed run left behind; complains when one is alive. */
export const clearLastRun = async (): Promise<void> => {
  const last = readRecord()
  if (last === undefined) return
  if (isAlive(last.owner)) {
    throw new Complaint(`Selvedge is already running in this clone at ${last.address} (process ${last.owner.pid}).`)
  }
  for (const server of Object.values(last.servers)) await stopProcess(server)
  forgetRun()
}

/** Notes what runs, for the run after this one. */
export const recordRun = (address: string, servers: RunRecord['servers']): void => {
  const owner = identify(process.pid)
  if (owner === undefined) throw new Error('This process does not find itself.')
  mkdirSync(SELVEDGE, { recursive: true })
  const record: RunRecord = { owner, address, servers }
  writeFileSync(FILE, JSON.stringify(record))
}

export const forgetRun = (): void => rmSync(FILE, { force: true })

const readRecord = (): RunRecord | undefined => {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as RunRecord
  } catch {
    return undefined // no run, or a record that was cut off
  }
}
