import pg from 'pg'

/**
 * Connections of the relay's own. It keeps one, with a cursor's lock, for as long as a sink works, and sinks ask the
 * process's pool for theirs: out of one pool, enough sinks at work at once would each wait for what the others keep.
 */
export const createOwnConnections = (pool: pg.Pool, max: number): pg.Pool => {
  const own = new pg.Pool({
    ...pool.options,
    application_name: `${pool.options.application_name ?? 'selvedge'}-relay`,
    max,
    pipeline: true,
    allowExitOnIdle: true,
  })
  // An idle connection that dies (server restart) is replaced by the pool; without a listener it would end the process.
  own.on('error', () => undefined)
  return own
}
