import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { type Acknowledged, checkHistory } from './check-history'
import { createStockEngine } from './stock-engine'
import { openRacers, type Racers } from './testing/race-in-processes'
import { verifyLedger } from './verify'

let database: TestDatabase
let racers: Racers | undefined
let variantId = 0
/** Holds that some process was told it has. */
const acknowledged: Acknowledged[] = []

beforeAll(async () => {
  database = await createTestDatabase(4)
  racers = await openRacers(database.url, 4)
})
afterAll(async () => {
  racers?.close()
  await database.drop()
})
afterEach(async () => {
  expect(await checkHistory(database.pool, acknowledged)).toEqual([])
  expect(await verifyLedger(database.pool)).toEqual([])
})

const piece = async (units: number): Promise<void> => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [units] })
}
const race = async (allowFuture: boolean): Promise<readonly string[]> => {
  if (racers === undefined) throw new Error('the processes were not started')
  const told = await racers.race({ variantId, holders: 25, allowFuture })
  const holds = told.flat()
  acknowledged.push(...holds.filter(({ answer }) => answer === 'held').map((hold) => ({ ...hold, units: 1 })))
  return holds.map(({ answer }) => answer)
}

test('the last units, asked for by four processes at one moment: each goes once, and every loser is told why', {
  timeout: 120_000,
}, async () => {
  await piece(7)
  const answers = await race(false)
  expect(answers.filter((answer) => answer === 'held')).toHaveLength(7)
  expect(answers.filter((answer) => answer === 'OUT_OF_STOCK')).toHaveLength(93)
  const { rows } = await database.pool.query<{ events: number; reserved: number }>(
    `SELECT count(*)::int AS events, (SELECT reserved FROM stock_level WHERE variant_id = $1) AS reserved
    FROM inventory_event WHERE record_id = $1 * 10 AND type = 'Reserved'`,
    [variantId],
  )
  expect(rows[0]).toEqual({ events: 7, reserved: 7 })
})

test('the last units of a shipment, sold ahead by four processes: its cap is never passed', {
  timeout: 120_000,
}, async () => {
  await piece(2)
  const engine = createStockEngine({ pool: database.pool })
  const settings = [{ variantId, recordId: variantId * 10, oversellCap: 5 }]
  await engine.execute({ kind: 'configure', origin: { actor: 'test', correlationId: 'test' }, settings })
  await engine.close()
  const answers = await race(true)
  expect(answers.filter((answer) => answer === 'held')).toHaveLength(7)
  expect(answers.filter((answer) => answer === 'OUT_OF_STOCK')).toHaveLength(93)
})
