import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { z } from 'zod'
import { createPool } from '../../pool'
import { createStockEngine } from '../stock-engine'
import type { RacedHold } from './race-in-processes'

/**
 * A process of its own, with an engine of its own: says that it is ready, waits for the word, asks for one unit so many
 * times at once, and tells how each was answered.
 */
const { url, variantId, holders, allowFuture } = z
  .object({ url: z.string(), variantId: z.int(), holders: z.int(), allowFuture: z.boolean() })
  .parse(JSON.parse(process.argv[2] ?? ''))

const pool = createPool(url, { max: 4, applicationName: 'race' })
const engine = createStockEngine({ pool })
const policy = { ...DEFAULT_HOLD_POLICY, holderSharePerMille: 1_000, heatPerMille: 1_000 }

const askOnce = async (): Promise<RacedHold> => {
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
process.stdin.once('data', async () => {
  const answers = await Promise.all(Array.from({ length: holders }, askOnce))
  await engine.close()
  await pool.end()
  process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit(0))
})
