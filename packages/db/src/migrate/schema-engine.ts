import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { CharAsTextClient, charColumns } from './char-as-text'

// Node has WebAssembly; its types live in the browser's library, which server code does not load.
type WasmExports = Record<string, unknown>
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: Record<string, unknown>): Promise<{ instance: { exports: WasmExports } }>
}
type Glue = { __wbg_set_wasm(exports: WasmExports): void }

// The package's own entry imports the .wasm file as a module, which Node does not do without a flag:
// the glue is handed the instantiated module by hand instead.
const instantiate = async (): Promise<void> => {
  const gluePath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(gluePath.replace(/schema_engine_bg\.js$/, 'schema_engine_bg.wasm'))
  const imports = glue as unknown as Glue
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports })
  imports.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

let ready: Promise<void> | undefined

/**
 * Prisma's schema engine over a live connection, without a downloaded binary. `free()` it when done.
 * @param schema text of schema.prisma, or null where only the database matters
 */
export const openSchemaEngine = async (databaseUrl: string, schema: string | null): Promise<glue.SchemaEngine> => {
  ready ??= instantiate()
  await ready
  // The engine frees itself without waiting for its connections: they leave soon, so that a migrated template can be copied.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, idleTimeoutMillis: 100, Client: CharAsTextClient })
  const factory = new PrismaPg(pool, { disposeExternalPool: true })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const connection = await connect()
    // The adapter cuts scripts at every semicolon, function bodies included; the server parses them properly,
    // and runs a script of several statements as one transaction.
    connection.executeScript = async (script) => {
      await pool.query(script)
    }
    const queryRaw = connection.queryRaw.bind(connection)
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnTypes.map((type, index) =>
        charColumns.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return connection
  }
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const datamodels: [string, string][] | undefined = schema === null ? undefined : [['schema.prisma', schema]]
  return glue.SchemaEngine.new({ datamodels }, () => undefined, adapter)
}
