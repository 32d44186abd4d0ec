import { parseArgs } from 'node:util'
import { serialiseArtefact } from '@selvedge/recs'
import { readDatabaseUrl } from '../env'
import { createPool } from '../pool'
import { publishArtefact } from './artefact-store'
import { SHOP_MODELS } from './shop-models'
import { factorsFromParquet, neighboursFromParquet } from './trainer-files'

const KINDS = { neighbours: neighboursFromParquet, factors: factorsFromParquet } as const

/** `pnpm recs import --file F --kind neighbours|factors --version V`: publishes a model that was trained elsewhere. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { file: { type: 'string' }, kind: { type: 'string' }, version: { type: 'string' } },
  })
  const { file, kind, version } = values
  if (!file || !version || (kind !== 'neighbours' && kind !== 'factors')) {
    throw new Error(`pnpm recs import --file F --kind ${Object.keys(KINDS).join('|')} --version V`)
  }
  const artefact = await KINDS[kind](file, { name: SHOP_MODELS[kind], version })
  const pool = createPool(readDatabaseUrl(), { max: 1, applicationName: 'recs-import' })
  try {
    const { isNew } = await publishArtefact(pool, serialiseArtefact(artefact))
    process.stdout.write(`${JSON.stringify({ import: file, kind, version, published: isNew })}\n`)
  } finally {
    await pool.end()
  }
}

run().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = 1
})
