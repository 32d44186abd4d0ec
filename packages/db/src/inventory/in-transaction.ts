import type pg from 'pg'

const sqlState = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')

/** A deadlock or a serialisation failure: the same work may go through when it is done again. */
export const mayRetry = (fault: unknown): boolean => ['40001', '40P01'].includes(sqlState(fault))

/** The server itself refused, so nothing was committed; after a lost connection nobody knows, and nobody retries here. */
export const surelyRolledBack = (fault: unknown): boolean => /^(?!57|08)[0-9A-Z]{5}$/.test(sqlState(fault))

/** Lends a connection to work that begins and ends its own transaction; a fault rolls back and is thrown on. */
export const onConnection = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection lost while the work waits for something else would otherwise end the process.
  const lost = (error: Error): void => {
    broken = error
  }
  client.on('error', lost)
  try {
    return await work(client)
  } catch (fault) {
    await client.query('ROLLBACK').catch((rollbackFault: Error) => {
      broken = rollbackFault
    })
    throw fault
  } finally {
    client.off('error', lost)
    // A connection that cannot even roll back is not given to the next caller.
    client.release(broken)
  }
}

/** Runs the work in one transaction; `commits` says whether its answer stands. */
export const inTransaction = <T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  commits: (answer: T) => boolean = () => true,
): Promise<T> =>
  onConnection(pool, async (client) => {
    await client.query('BEGIN')
    const answer = await work(client)
    await client.query(commits(answer) ? 'COMMIT' : 'ROLLBACK')
    return answer
  })
