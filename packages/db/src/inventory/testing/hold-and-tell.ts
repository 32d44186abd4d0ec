import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { z } from 'zod'
import { createPool } from '../../pool'
import { createStockEngine } from '../stock-engine'
import { type Race, type RacedHold, raceSchema } from './race-in-processes'

/**
 * A process of its own, with an engine of its own: says that it is ready, and for every race it is told of asks for one
 * unit so many times at once, and tells how each was answered. It ends with its input.
 */
const url = z.string().parse(process.argv[2])
const pool = createPool(url, { max: 4, applicationName: 'race' })
const engine = createStockEngine({ pool })
const policy = { ...DEFAULT_HOLD_POLICY, holderSharePerMille: 1_000, heatPerMille: 1_000 }

const askOnce = async ({ variantId, allowFuture }: Race): Promise<RacedHold> => {
  const hold = { cartId: randomUUID(), reservationId: randomUUID() }
  const answer = await engine.execute({
    kind: 'hold',
    purpose: 'bag',
    origin: { actor: 'test', correlationId: `process-${process.pid}` },
    policy,
    holder: { cartId: hold.cartId },
    lines: [{ reservationId: hold.reservationId, variantId, units: 1, allowFuture }],
  })
  return { ...hold, answer: answer.ok ? 'held' : answer.error.code }
}

// The connections are open before the word is given, so that all begin together.
await pool.query('SELECT 1')
process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const race = raceSchema.parse(JSON.parse(line))
  const answers = await Promise.all(Array.from({ length: race.holders }, () => askOnce(race)))
  process.stdout.write(`${JSON.stringify(answers)}\n`)
}
await engine.close()
await pool.end()
