import type pg from 'pg'

/** Runs the work in one transaction; a fault rolls back and is thrown on. A broken connection is not reused. */
export const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let fault: Error | undefined
  // A connection lost while the work waits for something else would otherwise end the process.
  const lost = (error: Error): void => {
    fault = error
  }
  client.on('error', lost)
  try {
    await client.query('BEGIN')
    const answer = await work(client)
    await client.query('COMMIT')
    return answer
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      fault = rollbackError
    })
    throw error
  } finally {
    client.off('error', lost)
    client.release(fault)
  }
}
