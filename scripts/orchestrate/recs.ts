import { stackDir, startStack } from '@selvedge/stack'
import { runCommand } from './command'
import { Complaint } from './complaint'
import { inherited } from './env'
import { exitCode, runTask, typescript } from './task'

// Evaluation reads files alone; training and export read the shop's database.
const TOOLS: Readonly<Record<string, { readonly file: string; readonly needsDatabase: boolean }>> = {
  eval: { file: 'packages/recs/cli/eval.ts', needsDatabase: false },
  train: { file: 'packages/db/src/recs/train-cli.ts', needsDatabase: true },
  export: { file: 'packages/db/src/recs/export-cli.ts', needsDatabase: true },
  import: { file: 'packages/db/src/recs/import-cli.ts', needsDatabase: true },
}

/** The database that is given, else this clone's own: joined when it runs, else started, migrated and seeded when empty. */
async function withDatabase(
  work: (env: Record<string, string>) => Promise<number>,
  signal: AbortSignal,
): Promise<number> {
  if (inherited().DATABASE_URL) return work(inherited())
  const stack = await startStack({ dir: stackDir(), only: ['postgres'], log: (line) => console.error(line) })
  try {
    const env = { ...inherited(), DATABASE_URL: stack.urls.DATABASE_URL, SELVEDGE_LOCAL_STACK: '1' }
    await runTask('The migration', { ...typescript('packages/db/src/migrate/cli.ts'), env, signal })
    await runTask('The seed', { ...typescript('packages/db/src/seed/cli.ts', ['--if-empty']), env, signal })
    return await work(env)
  } finally {
    await stack.stop()
  }
}

await runCommand(async ({ signal }) => {
  const [name = '', ...args] = process.argv.slice(2)
  const tool = TOOLS[name]
  if (!tool) throw new Complaint(`pnpm recs ${Object.keys(TOOLS).join('|')} …`)
  const work = (env: Record<string, string>) => exitCode({ ...typescript(tool.file, args), env, signal })
  return tool.needsDatabase ? withDatabase(work, signal) : work(inherited())
}, 0)
