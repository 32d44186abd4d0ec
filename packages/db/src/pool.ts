import pg from 'pg'

/** Connection limits of one process. The pool of node-postgres waits forever by default: here nobody does. */
export type PoolOptions = {
  readonly max?: number
  readonly applicationName?: string
  readonly statementTimeoutMs?: number
}

/** A pool over the primary. `statement_timeout` and the idle-transaction time-out are set on every connection. */
export const createPool = (databaseUrl: string, options: PoolOptions = {}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max ?? 16,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: options.applicationName ?? 'selvedge',
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 15_000,
  })
  // An idle connection that dies (server restart) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}
