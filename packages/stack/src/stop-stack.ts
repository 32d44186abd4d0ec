import { withFolderLock } from './process/folder-lock'
import { isAlive } from './process/identity'
import { readState, writeState } from './state'
import { stopProcesses } from './stop-processes'

/** This command leaves the stack in `dir`; the last one to leave stops it, unless it runs in the background. */
export const stopStack = (dir: string): Promise<void> =>
  withFolderLock(dir, async () => {
    const state = readState(dir)
    const others = state.users.filter(isAlive)
    const own = others.findIndex((user) => user.pid === process.pid)
    if (own !== -1) others.splice(own, 1)
    if (others.length > 0 || state.background) return writeState(dir, { ...state, users: others })
    await stopProcesses(state.processes)
    writeState(dir, { ...state, users: [], processes: {}, urls: {} })
  })

/** Stops the stack in `dir` whoever uses it. */
export const forceStop = (dir: string): Promise<void> =>
  withFolderLock(dir, async () => {
    const state = readState(dir)
    await stopProcesses(state.processes)
    writeState(dir, { ...state, users: [], processes: {}, urls: {}, background: false })
  })
