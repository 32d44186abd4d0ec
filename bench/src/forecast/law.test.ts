import { DEMAND_CLASSES } from '@selvedge/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { added, measureWorld } from './measure'

/** Worlds that nobody looked at while the rules were chosen: the first of the printed run, as many as a test has time for. */
const SEEDS = [7_001, 7_002]
/** What 80 % may come to when it is counted over some thousand SKUs. */
const HELD = { least: 0.75, most: 0.85 }

let worlds: ReturnType<typeof added>
beforeAll(() => {
  worlds = added(SEEDS.map(measureWorld))
}, 120_000)

describe.each(DEMAND_CLASSES.map((name) => [name] as const))('demand that is %s, in weeks nobody had seen', (name) => {
  test('is foretold better than by the last week, again: each week by itself, and all of them together', () => {
    const { skus, weekError, weekNaiveError, error, naiveError } = worlds[name]
    expect(skus).toBeGreaterThan(500)
    expect(weekError / weekNaiveError).toBeLessThan(1)
    expect(error / naiveError).toBeLessThan(1)
  })

  test('falls into the 80 % interval about as often as that, no less and no more', () => {
    const { insideTotal, toldTotal, insideWeek, toldWeek } = worlds[name]
    for (const held of [insideTotal / toldTotal, insideWeek / toldWeek]) {
      expect(held).toBeGreaterThanOrEqual(HELD.least)
      expect(held).toBeLessThanOrEqual(HELD.most)
    }
  })
})
