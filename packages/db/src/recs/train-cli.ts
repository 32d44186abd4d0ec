import { readDatabaseUrl } from '../env'
import { createPool } from '../pool'
import { trainTogether } from './train-together'

/** Trains what is trained from orders and publishes it; running shops pick it up by themselves. */
async function train(): Promise<void> {
  const pool = createPool(readDatabaseUrl(), { max: 1, applicationName: 'train', statementTimeoutMs: 300_000 })
  try {
    const start = performance.now()
    const { baskets, products, pairs, version, isNew } = await trainTogether(pool, new Date())
    const seconds = ((performance.now() - start) / 1_000).toFixed(1)
    const figures = `${baskets.toLocaleString('en')} orders, ${products.toLocaleString('en')} products, ${pairs.toLocaleString('en')} pairs`
    process.stdout.write(
      `  bought together: ${figures}; ${isNew ? 'published' : 'unchanged,'} ${version} (${seconds} s)\n`,
    )
  } finally {
    await pool.end()
  }
}

train().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exitCode = 1
})
