import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { engineEnvironment } from '../env'
import type { ProcessIdentity } from '../process/identity'
import { launch } from '../process/launch'
import { answersHttp } from './answers'
import type { EngineContext } from './context'

/** The loopback bridge that speaks Upstash's HTTP protocol over this Redis. */
export const startRedisRest = ({ dir, ports, secrets }: EngineContext, redisUrl: string): Promise<ProcessIdentity> => {
  const main = fileURLToPath(new URL('../bridge/main.ts', import.meta.url))
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return launch({
    name: 'The Redis REST bridge',
    command: process.execPath,
    args: ['--import', pathToFileURL(tsx).href, main],
    cwd: dir,
    env: {
      ...engineEnvironment(dir),
      BRIDGE_PORT: String(ports.redisRest),
      BRIDGE_REDIS_URL: redisUrl,
      BRIDGE_TOKEN: secrets.restToken,
    },
    logFile: join(dir, 'logs', 'redis-rest.log'),
    ready: () => answersHttp(`http://127.0.0.1:${ports.redisRest}/health`),
    readyWithinMs: 30_000,
  })
}
