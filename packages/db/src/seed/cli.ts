import { migrate } from '../migrate/migrate'
import { createPool } from '../pool'
import { demoLoginsAllowed } from './demo-logins'
import { readSeedEnvironment } from './env'
import { openLocalDatabase } from './local-database'
import { countsLine, progressPrinter } from './report'
import { parseSeedArguments, type SeedArguments, USAGE } from './seed-arguments'
import { hasProducts, seedDatabase } from './seed-database'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function seedShop({ products, seed, ifEmpty, fresh }: SeedArguments, databaseUrl: string): Promise<void> {
  const pool = createPool(databaseUrl, { max: 1, applicationName: 'seed' })
  try {
    if (fresh) await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    await migrate(databaseUrl)
    if (await hasProducts(pool)) {
      if (!ifEmpty) throw new Error('The database already holds a shop. Begin again with: pnpm seed --fresh')
      print('the database already holds a shop: nothing is seeded')
      return
    }
    print(`seeding ${products.toLocaleString('en')} products (seed ${seed})`)
    const start = performance.now()
    const counts = await seedDatabase(pool, { products, seed, onProgress: progressPrinter(print) })
    print(countsLine(counts, (performance.now() - start) / 1000))
  } finally {
    await pool.end()
  }
}

async function run(args: readonly string[]): Promise<void> {
  const wanted = parseSeedArguments(args)
  const { givenUrls, stackDatabaseUrl, nodeEnv } = readSeedEnvironment()
  if (givenUrls.length > 0) {
    throw new Error(`Seeding acts on the local stack only, and ${givenUrls.join(', ')} is given.`)
  }
  const local = stackDatabaseUrl
    ? { url: stackDatabaseUrl, leave: async () => undefined }
    : await openLocalDatabase(print)
  try {
    if (!demoLoginsAllowed({ nodeEnv, databaseUrl: local.url })) {
      throw new Error('Demo logins are refused: this is production and the database is not on this machine.')
    }
    await seedShop(wanted, local.url)
  } finally {
    await local.leave()
  }
}

run(process.argv.slice(2))
  .catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n${USAGE}\n`)
    process.exitCode = 1
  })
  // The migration engine leaves a timer of ten seconds behind.
  .finally(() => process.exit())
