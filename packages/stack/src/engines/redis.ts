import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { engineEnvironment } from '../env'
import type { ProcessIdentity } from '../process/identity'
import { launch } from '../process/launch'
import { StackError } from '../stack-error'
import { answersRedis } from './answers'
import type { EngineContext } from './context'
import { canInstallWithApt, installWithApt } from './install-with-apt'
import { onPath } from './verified-binary'

/** Redis with an append-only file, on loopback only. */
export const startRedis = async ({ dir, ports, log }: EngineContext): Promise<ProcessIdentity> => {
  const command = await findRedis(log)
  const home = join(dir, 'redis')
  await mkdir(home, { recursive: true })
  return launch({
    name: 'Redis',
    command,
    args: [
      ...['--port', String(ports.redis), '--bind', '127.0.0.1', '--dir', home],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction'],
    ],
    cwd: home,
    env: engineEnvironment(home),
    logFile: join(dir, 'logs', 'redis.log'),
    ready: () => answersRedis(ports.redis),
    readyWithinMs: 60_000,
  })
}

/** `redis-server` from the PATH; on Debian as root it is installed, which is said. */
export const findRedis = async (log: (line: string) => void): Promise<string> => {
  const found = onPath('redis-server')
  if (found !== undefined) return found
  if (canInstallWithApt()) {
    log('redis-server is missing: installing it with apt-get')
    installWithApt('redis-server')
    const installed = onPath('redis-server')
    if (installed !== undefined) return installed
  }
  throw new StackError(`redis-server is missing. Type: ${lineToType()}   (or set REDIS_URL)`)
}

const lineToType = (): string => {
  if (process.platform === 'darwin') return 'brew install redis'
  if (onPath('dnf') !== undefined) return 'sudo dnf install redis'
  if (onPath('apk') !== undefined) return 'sudo apk add redis'
  if (onPath('pacman') !== undefined) return 'sudo pacman -S redis'
  return 'sudo apt-get install redis-server'
}
