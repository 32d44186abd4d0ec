import { parseArgs } from 'node:util'
import { serialiseArtefact } from '@selvedge/recs'
import { readDatabaseUrl } from '../env'
import { createPool } from '../pool'
import { importArtefact } from './import-artefact'
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
    const imported = await importArtefact(pool, serialiseArtefact(artefact))
    if (!imported.ok) {
      throw new Error(
        `${kind} ${version} is stored already, with another content: running shops would not read it again. Give this file a --version of its own.`,
      )
    }
    process.stdout.write(`${JSON.stringify({ import: file, kind, version, published: imported.value.isNew })}\n`)
  } finally {
    await pool.end()
  }
}

run().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = 1
})
