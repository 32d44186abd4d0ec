import { createPool, createStockEngine } from '@selvedge/db'

/** Changes the stock of random records `perSecond` times a second through the engine until it is stopped. */
export const startStockChanges = async (
  databaseUrl: string,
  perSecond: number,
): Promise<{ changes: () => number; stop: () => Promise<void> }> => {
  const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench-changes' })
  const engine = createStockEngine({ pool })
  const { rows } = await pool.query<{ record_id: number; variant_id: number }>(
    'SELECT record_id, variant_id FROM stock_level ORDER BY random() LIMIT 5000',
  )
  let changes = 0
  const running = new Set<Promise<unknown>>()
  const timer = setInterval(() => {
    const row = rows[Math.floor(Math.random() * rows.length)]
    if (!row) return
    const change = engine
      .execute({
        kind: 'adjust',
        variantId: row.variant_id,
        recordId: row.record_id,
        delta: Math.random() < 0.5 ? 1 : -1,
        reason: 'correction',
        origin: { actor: 'bench', correlationId: 'bench' },
      })
      .finally(() => running.delete(change))
    running.add(change)
    changes += 1
  }, 1_000 / perSecond)
  return {
    changes: () => changes,
    stop: async () => {
      clearInterval(timer)
      await Promise.all(running)
      await engine.close()
      await pool.end()
    },
  }
}
