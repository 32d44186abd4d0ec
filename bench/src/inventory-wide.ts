import { closedLoop } from './harness/load'
import type { BenchOptions } from './harness/options'
import { report, say } from './harness/report'
import { besideOneStatement, type HoldWorld } from './inventory/beside-one-statement'
import { anyBag, hold } from './inventory/holders'
import { holdLinesByOneStatement } from './inventory/one-statement'
import { inPairs } from './inventory/pairs'

const SKUS = 10_000
const UNITS = 1_000_000

const refuseDeadlocks = async ({ pool, metrics }: HoldWorld): Promise<void> => {
  const { rows } = await pool.query<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  )
  const deadlocks = rows[0]?.deadlocks ?? 0
  metrics.deadlocks = deadlocks
  if (deadlocks > 0) throw new Error(`${deadlocks} deadlocks`)
}

/** Durable holds a second over 10,000 SKUs, 1-4 lines a hold, beside one statement a request; and what a lone caller waits. */
export const inventoryWide = async (options: BenchOptions): Promise<void> => {
  const { metrics, baseline } = await besideOneStatement(options, { skus: SKUS, units: UNITS }, async (world) => {
    const { engine, pool, runS } = world
    const byBag = (work: (bag: readonly number[]) => Promise<unknown>) => async (): Promise<void> => {
      const bag = anyBag(SKUS)
      await work(bag)
      world.acknowledge(bag.length)
    }
    const ours = byBag((bag) => hold(engine, bag))
    for (const holders of [64, 256]) {
      await world.compare({
        title: '10,000 SKUs, 1-4 lines a hold',
        holders,
        suffix: holders === 64 ? '' : `_${holders}`,
        ours,
        theirs: byBag((bag) => holdLinesByOneStatement(pool, bag)),
      })
    }
    say('a lone caller: merged, and as a transaction of its own')
    const lone = await inPairs(
      3,
      ['through the queue', 'unmerged'],
      () => closedLoop(1, runS / 2, ours),
      () =>
        closedLoop(
          1,
          runS / 2,
          byBag((bag) => hold({ execute: engine.executeAlone }, bag)),
        ),
    )
    world.metrics.lone_p50_ms = lone.p50Ms
    world.metrics.lone_p50_ratio = lone.p50Ms / lone.theirsP50Ms
    world.baseline.unmerged_p50_ms = lone.theirsP50Ms
    await refuseDeadlocks(world)
  })
  report('inventory-wide', metrics, baseline)
}
