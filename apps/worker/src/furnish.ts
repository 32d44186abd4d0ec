import { createPool } from '@selvedge/db'
import { createSecretBox } from '@selvedge/infra'
import { readFurnishEnvironment } from './furnish/env'
import { nameOutside } from './furnish/name-outside'

/** Names the systems outside of a shop that was just seeded. */
async function furnish(): Promise<void> {
  const { DATABASE_URL, INTEGRATION_SECRET: secret } = readFurnishEnvironment()
  const pool = createPool(DATABASE_URL, { max: 1, applicationName: 'furnish' })
  try {
    const boxes = {
      sources: createSecretBox({ secret, purpose: 'sync-sources' }),
      webhooks: createSecretBox({ secret, purpose: 'webhooks' }),
    }
    await nameOutside(pool, boxes, { actor: 'system:seed', correlationId: 'seed-outside' })
  } finally {
    await pool.end()
  }
}

furnish().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exitCode = 1
})
