import { join } from 'node:path'
import { migrate } from '@selvedge/db/migrate'
import { cloneRoot, type Part, type RunningStack, startStack } from '@selvedge/stack'
import pg from 'pg'

/** A stack of the benchmark's own, with one fresh, migrated database on it; both are gone afterwards. */
export const withStack = async <P extends Part>(
  only: readonly P[],
  work: (stack: RunningStack<P>, databaseUrl: string) => Promise<void>,
): Promise<void> => {
  const stack = await startStack<P>({ dir: join(cloneRoot(), '.selvedge', 'bench'), only: [...only], given: {} })
  const server = new URL((stack.urls as Record<string, string>).DATABASE_URL ?? '')
  const name = `bench_${process.pid}`
  const url = new URL(server)
  url.pathname = `/${name}`
  const admin = new pg.Client({ connectionString: server.toString() })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${name}`)
    await migrate(url.toString())
    await work(stack, url.toString())
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
    await stack.stop()
  }
}
