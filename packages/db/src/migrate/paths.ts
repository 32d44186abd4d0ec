import { fileURLToPath } from 'node:url'

/** Where Prisma Migrate's own layout lies: one folder a migration, schema.prisma beside them. */
export const MIGRATIONS_DIR = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
export const SCHEMA_PATH = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url))
