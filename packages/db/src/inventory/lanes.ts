import { EventEmitter } from 'node:events'
import { Writable } from 'node:stream'
import pg from 'pg'

/**
 * Connections of the engine's own for merged batches. Its statements are pipelined, and look up by key only: told so, the
 * planner keeps one generic plan for them that stays right while the tables grow from nothing.
 */
export const createLanes = (pool: pg.Pool, lanes: number): pg.Pool => {
  const own = new pg.Pool({
    ...pool.options,
    application_name: `${pool.options.application_name ?? 'selvedge'}-stock`,
    max: lanes,
    pipeline: true,
    allowExitOnIdle: true,
    options:
      '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off',
  })
  // An idle connection that dies (server restart) is replaced by the pool; without a listener it would end the process.
  own.on('error', () => undefined)
  return own
}

export type Statement = string | pg.QueryConfig

/** The driver's socket, which its types do not tell of. */
const socketOf = (client: pg.PoolClient): Writable | undefined => {
  const connection: unknown = Reflect.get(client, 'connection')
  const stream: unknown = connection instanceof EventEmitter ? Reflect.get(connection, 'stream') : undefined
  return stream instanceof Writable ? stream : undefined
}

/**
 * Sends statements one behind the other. Where the connection is pipelined they go out in one write, without waiting in
 * between: every write wakes the server, and a wake costs more than a statement.
 */
export const sendAll = async (client: pg.PoolClient, statements: readonly Statement[]) => {
  if (client.pipeline) {
    const socket = socketOf(client)
    socket?.cork()
    const answers = Promise.all(statements.map((statement) => client.query(statement)))
    socket?.uncork()
    return answers
  }
  const results: pg.QueryResult[] = []
  for (const statement of statements) results.push(await client.query(statement))
  return results
}
