import { rm } from 'node:fs/promises'
import { join } from 'node:path'

export type LocalDatabase = { readonly url: string; readonly leave: () => Promise<void> }

/** The database of this clone's stack: joins it when it runs, else starts PostgreSQL alone and stops it on leaving. */
export async function openLocalDatabase(print: (line: string) => void): Promise<LocalDatabase> {
  // Only this command needs the stack, and only when nobody hands it a database.
  const { stackDir, startStack } = await import('@selvedge/stack')
  const stack = await startStack({ dir: stackDir(), only: ['postgres'], log: print })
  return {
    url: stack.urls.DATABASE_URL,
    leave: async () => {
      // The search index was built from what was there before: the next `npm start` fills it again.
      await rm(join(stack.dir, 'indexed'), { force: true })
      await stack.stop()
    },
  }
}
