import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDatabaseUrl } from '../env'
import { createPool } from '../pool'
import { readPersonProducts } from './read-interactions'
import { interactionsParquet } from './trainer-files'

/** `pnpm recs export --out DIR`: what people did with products, as Parquet for a trainer elsewhere. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  if (!values.out) throw new Error('pnpm recs export --out DIR')
  const pool = createPool(readDatabaseUrl(), { max: 1, applicationName: 'recs-export', statementTimeoutMs: 300_000 })
  try {
    const deeds = await readPersonProducts(pool)
    const bytes = interactionsParquet(deeds)
    await mkdir(values.out, { recursive: true })
    const file = join(values.out, 'interactions.parquet')
    await writeFile(file, bytes)
    process.stdout.write(`${JSON.stringify({ export: file, rows: deeds.length, bytes: bytes.byteLength })}\n`)
  } finally {
    await pool.end()
  }
}

run().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = 1
})
