import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { readDatabaseUrl } from '../env'
import { migrate } from '../migrate/migrate'
import { MIGRATIONS_DIR } from '../migrate/paths'
import { createPool } from '../pool'

export type TestDatabase = {
  readonly url: string
  readonly pool: pg.Pool
  /** Closes the pool and drops the database. */
  readonly drop: () => Promise<void>
}

const onServer = async <T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const withDatabase = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.toString()
}

const schemaHash = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const name of (await readdir(MIGRATIONS_DIR)).sort()) {
    if (!name.includes('_')) continue
    const sql = await readFile(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8').catch(() => '')
    hash.update(name).update(sql)
  }
  return hash.digest('hex').slice(0, 12)
}

/** One migrated template per version of the migrations; whoever comes first makes it, the others wait on the lock. */
const ensureTemplate = async (serverUrl: string): Promise<string> => {
  const name = `selvedge_template_${await schemaHash()}`
  await onServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCKS.testTemplate])
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name])
    if (rowCount === 1) return
    await client.query(`DROP DATABASE IF EXISTS ${name}`)
    await client.query(`CREATE DATABASE ${name}`)
    await migrate(withDatabase(serverUrl, name))
    await client.query(`ALTER DATABASE ${name} WITH is_template true allow_connections false`)
  })
  return name
}

/** A fresh, migrated database of the suite's own on the server of DATABASE_URL: a copy of the migrated template. */
export const createTestDatabase = async (poolMax = 16): Promise<TestDatabase> => {
  const serverUrl = withDatabase(readDatabaseUrl(), 'postgres')
  const template = await ensureTemplate(serverUrl)
  const name = `selvedge_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`))
  const url = withDatabase(serverUrl, name)
  const pool = createPool(url, { max: poolMax, applicationName: name })
  return {
    url,
    pool,
    drop: async () => {
      await pool.end()
      await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}
