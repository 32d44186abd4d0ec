import pg from 'pg'
import { readDatabaseUrl } from '../env'

const WITHIN_MS = 5_000

// Whether the database that somebody gave lets us in: host, port, name and password in one look.
const client = new pg.Client({ connectionString: readDatabaseUrl(), connectionTimeoutMillis: WITHIN_MS })
try {
  await client.connect()
  await client.end()
} catch (fault) {
  // Several addresses that all refuse come as one fault without words, each with its own.
  const causes = fault instanceof AggregateError ? fault.errors : [fault]
  process.stderr.write(`DATABASE_URL: ${causes.map((cause: Error) => cause.message).join(', ')}\n`)
  process.exit(1)
}
