import { execFileSync } from 'node:child_process'
import { systemEnvironment } from '../env'
import { StackError } from '../stack-error'

export type SystemUser = { readonly uid: number; readonly gid: number }

const NAME = 'postgres'

/** PostgreSQL refuses to run as root: the system user it runs as then, made on first use. Nothing when we are not root. */
export const serverUser = (log: (line: string) => void): SystemUser | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const known = lookUp()
  if (known !== undefined) return known
  log(`PostgreSQL does not run as root: making the system user ${NAME}`)
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], {
      stdio: 'ignore',
      env: systemEnvironment(),
    })
  } catch (error) {
    throw new StackError(`The system user ${NAME} could not be made: make it, or run as an ordinary user.`, {
      cause: error,
    })
  }
  const made = lookUp()
  if (made === undefined) throw new StackError(`The system user ${NAME} was made and cannot be found.`)
  return made
}

const lookUp = (): SystemUser | undefined => {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined // id exits 1 when there is no such user
  }
}
