import type { StockEventType } from '@selvedge/core'
import { SNAPSHOT_EVERY } from '@selvedge/core'
import type pg from 'pg'
import { to } from 'pg-copy-streams'

export type StreamedEntry = {
  readonly recordId: number
  readonly version: number
  readonly type: StockEventType
  readonly quantity: number
  /** As the database writes it, only on entries after which the state is kept. */
  readonly recordedAt: string | undefined
}

/** Which entries: all of one partition, or those of some records. */
export type LedgerPart = { readonly table: string } | { readonly recordIds: readonly number[] }

const source = (part: LedgerPart): string =>
  'table' in part
    ? part.table
    : `inventory_event WHERE record_id = ANY(ARRAY[${part.recordIds.map(Number).join(', ')}]::int[])`

const readLine = (line: string): StreamedEntry => {
  const [recordId, version, type, quantity, recordedAt] = line.split('\t')
  return {
    recordId: Number(recordId),
    version: Number(version),
    type: type as StockEventType, // written by the engine alone; an unknown one does not fold and is thrown
    quantity: Number(quantity),
    recordedAt: recordedAt === '\\N' ? undefined : recordedAt,
  }
}

/** Every entry of a part, stream by stream in the order of versions, by COPY: the fastest way out of the database. */
export const streamLedger = async (
  client: pg.ClientBase,
  part: LedgerPart,
  onEntry: (entry: StreamedEntry) => void,
): Promise<void> => {
  const copy = client.query(
    to(`COPY (SELECT record_id, version, type, quantity, CASE WHEN version % ${SNAPSHOT_EVERY} = 0 THEN recorded_at END
      FROM ${source(part)} ORDER BY record_id, version) TO STDOUT`),
  )
  let rest = ''
  for await (const chunk of copy) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onEntry(readLine(line))
  }
}

export type Partition = { readonly table: string; readonly modulus: number; readonly remainder: number }

/** The ledger's partitions by record, each with the hash that sends a record to it. */
export const ledgerPartitions = async (client: pg.ClientBase): Promise<Partition[]> => {
  const { rows } = await client.query<{ name: string; bound: string }>(
    `SELECT i.inhrelid::regclass::text AS name, pg_get_expr(c.relpartbound, c.oid) AS bound
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'inventory_event'::regclass ORDER BY 1`,
  )
  return rows.map(({ name, bound }) => {
    const [, modulus, remainder] = /modulus (\d+), remainder (\d+)/.exec(bound) ?? []
    if (modulus === undefined || remainder === undefined)
      throw new Error(`${name} is not a partition by hash: ${bound}`)
    return { table: name, modulus: Number(modulus), remainder: Number(remainder) }
  })
}
