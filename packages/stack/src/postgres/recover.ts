import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { identify } from '../process/identity'
import { stopProcess } from '../process/stop'

/**
 * Makes a cluster startable after whatever ended its last server. A server that outlived its stack is stopped; the pid
 * file of a dead one goes, because its number may belong to another process by now and the server would then refuse.
 */
export const recoverCluster = async (dataDir: string): Promise<void> => {
  const pid = recordedPid(dataDir)
  if (pid === undefined) return
  const running = identify(pid)
  if (running !== undefined && servesFrom(pid, dataDir)) await stopProcess(running, 'SIGINT', 30_000)
  else rmSync(join(dataDir, 'postmaster.pid'), { force: true })
}

const recordedPid = (dataDir: string): number | undefined => {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined
  } catch {
    return undefined // the last server ended properly
  }
}

const servesFrom = (pid: number, dataDir: string): boolean => {
  // Elsewhere than on Linux a process does not show its arguments to us: the server then judges its own pid file.
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir)
  } catch {
    return false
  }
}
