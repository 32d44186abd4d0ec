import { parseArgs } from 'node:util'
import { readDatabaseUrl } from '../env'
import { createPool } from '../pool'
import { refreshPopularity } from '../popularity/refresh-popularity'
import { trainShop } from './train-shop'
import { trainTogether } from './train-together'

/**
 * Works out what is wanted, trains what is trained from orders and publishes it; running shops pick it up by themselves.
 * With `--untold` nobody is told which products are wanted more or less: for a shop whose index is made afterwards.
 */
async function train(): Promise<void> {
  const pool = createPool(readDatabaseUrl(), { max: 1, applicationName: 'train', statementTimeoutMs: 300_000 })
  try {
    const { values } = parseArgs({ options: { untold: { type: 'boolean', default: false } } })
    const { moved } = await refreshPopularity({ pool, now: new Date(), tells: !values.untold })
    process.stdout.write(`  popularity: ${moved.toLocaleString('en')} products moved\n`)
    const start = performance.now()
    const { baskets, products, pairs, version, isNew } = await trainTogether(pool, new Date())
    const seconds = ((performance.now() - start) / 1_000).toFixed(1)
    const figures = `${baskets.toLocaleString('en')} orders, ${products.toLocaleString('en')} products, ${pairs.toLocaleString('en')} pairs`
    process.stdout.write(
      `  bought together: ${figures}; ${isNew ? 'published' : 'unchanged,'} ${version} (${seconds} s)\n`,
    )
    const models = await trainShop(pool, () => performance.now())
    for (const model of models) {
      process.stdout.write(
        `  ${model.name}: ${model.isNew ? 'published' : 'unchanged,'} ${model.version} (${model.ms} ms)\n`,
      )
    }
    const together = { name: 'bought-together', version, isNew, ms: Math.round(1_000 * Number(seconds)) }
    const peak_mb = Math.round(process.resourceUsage().maxRSS / 1_024)
    process.stdout.write(`${JSON.stringify({ train: [together, ...models], peak_mb })}\n`)
  } finally {
    await pool.end()
  }
}

train().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exitCode = 1
})
