import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity } from './identity'

/** Asks a process to end, waits `graceMs`, then kills it. Nothing happens to a process that is gone. */
export const stopProcess = async (
  target: ProcessIdentity,
  signal: NodeJS.Signals = 'SIGTERM',
  graceMs = 10_000,
): Promise<void> => {
  if (!signalProcess(target, signal)) return
  const deadline = Date.now() + graceMs
  while (isAlive(target)) {
    if (Date.now() > deadline) {
      signalProcess(target, 'SIGKILL')
      return
    }
    await sleep(20)
  }
}

/** Sends one signal; false when the process was gone. */
export const signalProcess = (target: ProcessIdentity, signal: NodeJS.Signals): boolean => {
  if (!isAlive(target)) return false
  try {
    process.kill(target.pid, signal)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}
