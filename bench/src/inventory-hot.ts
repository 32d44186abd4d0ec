import type { BenchOptions } from './harness/options'
import { report } from './harness/report'
import { besideOneStatement } from './inventory/beside-one-statement'
import { hold } from './inventory/holders'
import { HOT_SCRIPT, holdByOneStatement } from './inventory/one-statement'
import { bestOfPgbench } from './inventory/pgbench'

const UNITS = 100_000_000
const SKU = 1

/** Durable holds a second on one SKU with the whole engine in the path, beside one guarded statement a request. */
export const inventoryHot = async (options: BenchOptions): Promise<void> => {
  const { metrics, baseline } = await besideOneStatement(options, { skus: 1, units: UNITS }, async (world) => {
    const counted = async (work: Promise<void>): Promise<void> => {
      await work
      world.acknowledge(1)
    }
    for (const holders of [64, 256]) {
      await world.compare({
        title: 'one SKU',
        holders,
        suffix: holders === 64 ? '' : `_${holders}`,
        ours: () => counted(hold(world.engine, [SKU])),
        theirs: () => counted(holdByOneStatement(world.pool, SKU)),
      })
    }
    const pgbench = await bestOfPgbench(world.databaseUrl, HOT_SCRIPT, options.quick ? 1 : 2)
    if (pgbench) {
      world.acknowledge(pgbench.done)
      world.baseline.pgbench_best_per_s = pgbench.perS
      world.metrics.ratio_vs_pgbench_best = (world.metrics.ops_per_s ?? 0) / pgbench.perS
    }
  })
  report('inventory-hot', metrics, baseline)
}
