import { randomUUID } from 'node:crypto'
import type { Origin } from '@selvedge/core'
import type { Pool } from 'pg'

/** Says through the outbox that the models shall be trained now; the scheduler takes it from there. */
export async function askForTraining(pool: Pool, { correlationId }: Origin): Promise<void> {
  const trainingId = randomUUID()
  await pool.query('INSERT INTO outbox (topic, key, payload, correlation_id) VALUES ($1, $2, $3, $4)', [
    'training',
    trainingId,
    { topic: 'training', type: 'TrainingAsked', trainingId },
    correlationId,
  ])
}
