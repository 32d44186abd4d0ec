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

/** Sends statements one behind the other, without waiting in between where the connection is pipelined. */
export const sendAll = async (client: pg.PoolClient, statements: readonly (string | pg.QueryConfig)[]) => {
  if (client.pipeline) return Promise.all(statements.map((statement) => client.query(statement)))
  const results: pg.QueryResult[] = []
  for (const statement of statements) results.push(await client.query(statement))
  return results
}
