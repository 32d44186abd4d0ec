import { createPool, createStockEngine } from '@selvedge/db'
import { closedLoop } from '../harness/load'
import { anyBag, hold } from './holders'

/** One of several processes on one database: waits for the word, holds for a while, tells its figures as one JSON line. */
const [databaseUrl = '', place = 'hot', holders = '64', seconds = '2', skus = '1'] = process.argv.slice(2)
const pool = createPool(databaseUrl, { max: 4, applicationName: 'bench-process' })
const engine = createStockEngine({ pool })
let lines = 0
let refused = 0
const one = async (): Promise<void> => {
  const bag = place === 'hot' ? [1] : place === 'last' ? [Number(skus) + 1] : anyBag(Number(skus))
  await hold(engine, bag).then(
    () => {
      lines += bag.length
    },
    (fault: unknown) => {
      // Only running out is expected, and only of the SKU that is meant to.
      if (place !== 'last' || !(fault instanceof Error) || !fault.message.includes('OUT_OF_STOCK')) throw fault
      refused += 1
    },
  )
}
process.stdout.write('ready\n')
process.stdin.once('data', async () => {
  const run = await closedLoop(Number(holders), Number(seconds), one)
  await engine.close()
  await pool.end()
  process.stdout.write(`${JSON.stringify({ ...run, lines, refused })}\n`)
  process.exit(0)
})
