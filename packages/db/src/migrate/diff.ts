import { readFile } from 'node:fs/promises'
import { SCHEMA_PATH } from './paths'
import { openSchemaEngine } from './schema-engine'

/**
 * SQL that would bring the database at `databaseUrl` to schema.prisma; empty when they agree.
 * What Prisma cannot express (checks, partial indexes, triggers, partitions) is not part of the comparison.
 */
export const diffToSchema = async (databaseUrl: string): Promise<string> => {
  const schema = await readFile(SCHEMA_PATH, 'utf8')
  const engine = await openSchemaEngine(databaseUrl, schema)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [{ path: 'schema.prisma', content: schema }], configDir: '.' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout ?? ''
  } finally {
    engine.free()
  }
}
