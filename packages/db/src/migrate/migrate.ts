import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MIGRATIONS_DIR } from './paths'
import { openSchemaEngine } from './schema-engine'

/**
 * Applies every migration not yet recorded in `_prisma_migrations`, in order, and answers their names.
 * The folder is in Prisma Migrate's own layout, so `prisma migrate deploy` works on it as well.
 */
export const migrate = async (databaseUrl: string): Promise<string[]> => {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(MIGRATIONS_DIR, path, 'migration.sql'), 'utf8') },
      },
    })),
  )
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(MIGRATIONS_DIR, 'migration_lock.toml'), 'utf8'),
  }
  const engine = await openSchemaEngine(databaseUrl, null)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: { baseDir: MIGRATIONS_DIR, lockfile, shadowDbInitScript: '', migrationDirectories },
      filters: { externalTables: [], externalEnums: [] },
    })
    return appliedMigrationNames
  } finally {
    engine.free()
  }
}
