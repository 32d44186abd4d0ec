import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningStack } from '@selvedge/stack'
import { progress } from './progress'
import { runTask, typescript } from './task'

export type Preparation = {
  readonly stack: RunningStack
  readonly env: Record<string, string>
  /** Nothing is seeded into a database that the user brought along. */
  readonly isOurs: boolean
  readonly seedSize: number | undefined
  /** Whether home and the first listing pages get their pictures before the shop opens. */
  readonly drawPictures?: boolean
  readonly signal: AbortSignal
}

/** Migrates, seeds an empty database of ours, names the systems outside it, trains on its orders and fills the search index once. */
export const prepareDatabase = async (preparation: Preparation): Promise<void> => {
  const { stack, isOurs, seedSize, signal } = preparation
  const env = { ...preparation.env, ...(isOurs ? { SELVEDGE_LOCAL_STACK: '1' } : {}) }
  progress('Migrating the database')
  await runTask('The migration', { ...typescript('packages/db/src/migrate/cli.ts'), env, signal })
  if (isOurs) {
    progress('Seeding, if the shop is empty')
    const size = seedSize === undefined ? [] : ['--products', String(seedSize)]
    await runTask('The seed', { ...typescript('packages/db/src/seed/cli.ts', ['--if-empty', ...size]), env, signal })
  } else {
    progress('Nothing is seeded: an engine is given by the environment')
  }
  const indexed = join(stack.dir, 'indexed')
  if (isOurs && existsSync(indexed)) return
  if (isOurs) await runTask('The systems outside', { ...typescript('apps/worker/src/furnish.ts'), env, signal })
  progress('Learning from past orders')
  await runTask('The training', { ...typescript('packages/db/src/recs/train-cli.ts', ['--untold']), env, signal })
  progress('Filling the search index')
  await runTask('The search index', { ...typescript('apps/worker/src/reindex.ts'), env, signal })
  if (preparation.drawPictures) {
    progress('Drawing the first pictures; the others are drawn when a page asks for them')
    await runTask('The drawing', { ...typescript('apps/worker/src/warm-pictures.ts'), env, signal })
  }
  writeFileSync(indexed, '')
}
