import { createPool, refreshNeighbours, trainShop, trainTogether } from '@selvedge/db'

const STATEMENT_MS = 300_000

/** What is to be trained: all models anew, or the neighbours of pieces by what is known since. */
export type TrainingPart = 'everything' | 'neighbours'

/** Trains and publishes what says something new; answers how many models did. */
export async function train(databaseUrl: string, part: TrainingPart): Promise<number> {
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'training', statementTimeoutMs: STATEMENT_MS })
  const clockMs = (): number => performance.now()
  try {
    if (part === 'neighbours') return Number((await refreshNeighbours(pool, clockMs)).isNew)
    const together = await trainTogether(pool, new Date())
    const others = await trainShop(pool, clockMs)
    return Number(together.isNew) + others.filter(({ isNew }) => isNew).length
  } finally {
    await pool.end()
  }
}
