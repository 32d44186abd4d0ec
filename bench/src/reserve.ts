import type { BenchOptions } from './harness/options'
import { report } from './harness/report'
import { besideOneStatement } from './inventory/beside-one-statement'
import { hold } from './inventory/holders'
import { holdByOneStatement } from './inventory/one-statement'

const SKUS = 1_000
const UNITS = 10_000_000
const HOLDERS = 64

/** Holds of one unit on one SKU and over 1,000, through the domain layer and beside it as one guarded statement a request. */
export const reserve = async (options: BenchOptions): Promise<void> => {
  const { metrics, baseline } = await besideOneStatement(options, { skus: SKUS, units: UNITS }, async (world) => {
    const counted = async (work: Promise<void>): Promise<void> => {
      await work
      world.acknowledge(1)
    }
    for (const among of [1, SKUS]) {
      const any = () => 1 + Math.floor(Math.random() * among)
      await world.compare({
        title: `${among.toLocaleString('en')} ${among === 1 ? 'SKU' : 'SKUs'}`,
        holders: HOLDERS,
        suffix: among === 1 ? '' : `_${among}`,
        ours: () => counted(hold(world.engine, [any()])),
        theirs: () => counted(holdByOneStatement(world.pool, any())),
      })
    }
  })
  report('reserve', metrics, baseline)
}
