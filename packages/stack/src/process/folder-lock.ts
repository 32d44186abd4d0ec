import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StackError } from '../stack-error'
import { identify, isAlive, type ProcessIdentity } from './identity'

/** Runs `work` while no other process of this machine works on the same folder. A dead holder's lock is taken over. */
export const withFolderLock = async <T>(folder: string, work: () => Promise<T>, waitMs = 180_000): Promise<T> => {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'lock.json')
  const deadline = Date.now() + waitMs
  while (!(await take(file))) {
    const holder = await holderOf(file)
    if (holder === undefined || !isAlive(holder)) await rm(file, { force: true })
    else if (Date.now() > deadline)
      throw new StackError(`Process ${holder.pid} has been working on ${folder} for too long.`)
    else await sleep(100)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

const take = async (file: string): Promise<boolean> => {
  try {
    await writeFile(file, JSON.stringify(identify(process.pid)), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

const holderOf = async (file: string): Promise<ProcessIdentity | undefined> => {
  // Between its creation and its content a lock file is empty for a moment.
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as ProcessIdentity
    } catch {
      await sleep(20) // gone, or not yet written
    }
  }
  return undefined
}
