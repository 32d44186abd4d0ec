import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, lstat, mkdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { StackError } from '../stack-error'
import type { PostgresBinaries } from './binaries'
import { recoverCluster } from './recover'
import type { SystemUser } from './system-user'

export type PostgresPlace = { readonly home: string; readonly dataDir: string }

/** Where binaries and files of the cluster are: beside the other engines, or, for root, where the server's user can reach them. */
export const placePostgres = async (
  dir: string,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
): Promise<PostgresPlace> => {
  const link = join(dir, 'postgres')
  if (user === undefined) {
    await mkdir(link, { recursive: true, mode: 0o700 })
    return { home: binaries.home, dataDir: join(link, 'cluster') }
  }
  // The server's user cannot enter a clone under a 0700 folder (root's home), so both live outside of it.
  const outside = outsidePlace(dir)
  await ownFolder(dirname(outside))
  const home = join(dirname(outside), `server-${binaries.version}`)
  await copyOnce(binaries.home, home)
  if (!(await exists(link))) await discard(outside)
  await mkdir(outside, { recursive: true, mode: 0o700 })
  await chown(outside, user.uid, user.gid)
  await linkTo(link, outside)
  return { home, dataDir: join(outside, 'cluster') }
}

/** Root's place for the cluster of the stack in `dir`: one folder a clone, one below it a stack. */
export const outsidePlace = (dir: string): string => {
  const hash = createHash('sha256').update(dirname(dir)).digest('hex').slice(0, 12)
  return join('/var/tmp', `selvedge-${hash}`, basename(dir))
}

/** Anyone may write to /var/tmp: a folder that somebody else laid there under our name is refused. */
const ownFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== 0) throw new StackError(`${folder} is not ours: remove it and start again.`)
  await chmod(folder, 0o755)
}

/** A cluster whose stack's folder was deleted is an orphan: nobody knows its password any more. */
const discard = async (outside: string): Promise<void> => {
  await recoverCluster(join(outside, 'cluster'))
  await rm(outside, { recursive: true, force: true })
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

const copyOnce = async (from: string, to: string): Promise<void> => {
  if (existsSync(to)) return
  const unfinished = `${to}.${process.pid}`
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, to)
}

const linkTo = async (link: string, target: string): Promise<void> => {
  const current = await readlink(link).catch(() => undefined)
  if (current === target) return
  await rm(link, { recursive: true, force: true })
  await symlink(target, link)
}
