import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { outsidePlace } from './postgres/place'
import { forceStop } from './stop-stack'

/** Stops the stack in `dir` and removes all of its data, logs and secrets. */
export const wipeStack = async (dir: string): Promise<void> => {
  const folder = resolve(dir)
  await forceStop(folder)
  await rm(outsidePlace(folder), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}
