import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isAlive, type ProcessIdentity, stopProcess } from '@selvedge/stack'
import { Complaint } from './complaint'

type RunRecord = {
  readonly owner: ProcessIdentity
  readonly address: string
  readonly servers: Readonly<Record<string, ProcessIdentity>>
}

const fileIn = (dir: string): string => join(dir, 'run.json')

/** Stops the servers that a killed run on the stack in `dir` left behind; complains when a run is alive. */
export const clearLastRun = async (dir: string): Promise<void> => {
  const last = readRecord(dir)
  if (last === undefined) return
  if (isAlive(last.owner)) {
    throw new Complaint(`Selvedge is already running in this clone at ${last.address} (process ${last.owner.pid}).`)
  }
  for (const server of Object.values(last.servers)) await stopProcess(server)
  forgetRun(dir)
}

/** Notes what runs, for the run after this one. */
export const recordRun = (dir: string, address: string, servers: RunRecord['servers']): void => {
  const owner = identify(process.pid)
  if (owner === undefined) throw new Error('This process does not find itself.')
  mkdirSync(dir, { recursive: true })
  const record: RunRecord = { owner, address, servers }
  writeFileSync(fileIn(dir), JSON.stringify(record))
}

export const forgetRun = (dir: string): void => rmSync(fileIn(dir), { force: true })

const readRecord = (dir: string): RunRecord | undefined => {
  try {
    return JSON.parse(readFileSync(fileIn(dir), 'utf8')) as RunRecord
  } catch {
    return undefined // no run, or a record that was cut off
  }
}
