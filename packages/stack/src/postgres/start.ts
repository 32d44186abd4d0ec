import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { EngineContext } from '../engines/context'
import { engineEnvironment } from '../env'
import type { ProcessIdentity } from '../process/identity'
import { launch } from '../process/launch'
import { packagedPostgres } from './binaries'
import { type PostgresPlace, placePostgres } from './place'
import { recoverCluster } from './recover'
import { type SystemUser, serverUser } from './system-user'

const DATABASE = 'selvedge'

// Durable, because what is measured on this stack has to mean something; sized for a laptop.
const SETTINGS = [
  'fsync=on',
  'synchronous_commit=on',
  'max_connections=200',
  'shared_buffers=256MB',
  'shared_preload_libraries=pg_stat_statements',
  'max_wal_size=2GB',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
]

/** The url of the stack's own database. */
export const databaseUrl = ({ ports, secrets }: Pick<EngineContext, 'ports' | 'secrets'>, name = DATABASE): string =>
  `postgresql://postgres:${secrets.postgresPassword}@127.0.0.1:${ports.postgres}/${name}`

/** PostgreSQL with its cluster made on first use; a cluster that was not shut down recovers by itself while we wait. */
export const startPostgres = async (context: EngineContext): Promise<ProcessIdentity> => {
  const { dir, ports, log } = context
  const user = serverUser(log)
  const place = await placePostgres(dir, packagedPostgres(), user)
  if (existsSync(join(place.dataDir, 'PG_VERSION'))) await recoverCluster(place.dataDir)
  else await makeCluster(context, place, user)
  const identity = await launch({
    name: 'PostgreSQL',
    command: join(place.home, 'bin', 'postgres'),
    args: ['-D', place.dataDir, '-p', String(ports.postgres), ...SETTINGS.flatMap((setting) => ['-c', setting])],
    cwd: '/',
    env: engineEnvironment('/'),
    user,
    logFile: join(dir, 'logs', 'postgres.log'),
    ready: () => answers(databaseUrl(context, 'postgres')),
    readyWithinMs: 180_000,
    stopSignal: 'SIGINT',
  })
  await ensureDatabase(context)
  return identity
}

const makeCluster = async (
  context: EngineContext,
  place: PostgresPlace,
  user: SystemUser | undefined,
): Promise<void> => {
  // Whatever lies here has no version file: an initdb that was killed half way.
  await rm(place.dataDir, { recursive: true, force: true })
  const passwordFile = `${place.dataDir}.password`
  await writeFile(passwordFile, context.secrets.postgresPassword, { mode: 0o600 })
  if (user !== undefined) await chown(passwordFile, user.uid, user.gid)
  const flags = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  // The built-in locale sorts alike on every machine.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    await promisify(execFile)(join(place.home, 'bin', 'initdb'), ['-D', place.dataDir, ...flags, ...locale], {
      cwd: '/',
      env: engineEnvironment('/'),
      ...user,
    })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

const answers = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined) // a server that falls while we knock is simply not ready
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const ensureDatabase = async (context: EngineContext): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl(context, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
