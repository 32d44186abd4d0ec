import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process, told apart from a later one with the same number by the moment it began. */
export type ProcessIdentity = { readonly pid: number; readonly began: string }

/** The running process with this number, or nothing when there is none (a zombie is none). */
export const identify = (pid: number): ProcessIdentity | undefined => {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganByPs(pid)
  return began === undefined ? undefined : { pid, began }
}

export const isAlive = (identity: ProcessIdentity): boolean => identify(identity.pid)?.began === identity.began

const beganOnLinux = (pid: number): string | undefined => {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined // no such process
  }
  // The name stands in parentheses and may hold spaces; state is the first field behind it, start time the twentieth.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? undefined : fields[19]
}

const beganByPs = (pid: number): string | undefined => {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined // ps exits 1 when there is no such process
  }
}
